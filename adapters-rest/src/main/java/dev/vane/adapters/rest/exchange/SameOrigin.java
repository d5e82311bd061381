package dev.vane.adapters.rest.exchange;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps pages of other sites from changing anything here in the name of whoever looks at them. Browsers ask before they
 * send a change to another site, and are not told that they may; this is for those that send it all the same.
 *
 * <p>A browser says where a request comes from in Sec-Fetch-Site (W3C Fetch Metadata), or, if its connection is not
 * encrypted, only in Origin (RFC 6454), which has to name the host that was asked for. A proxy may have taken away the TLS,
 * so the scheme is not compared. Other programs send neither and are not browsers led astray.
 */
final class SameOrigin {

    private static final HeaderName FETCH_SITE = HeaderNames.create("Sec-Fetch-Site");
    private static final Set<String> OWN = Set.of("same-origin", "none");

    private SameOrigin() {}

    /**
     * Checks where a call comes from.
     *
     * @throws RefusedException if it is the page of another site
     */
    static void require(Call call) {
        List<String> sites = call.headers(FETCH_SITE);
        boolean own = sites.isEmpty()
                ? call.headers(HeaderNames.ORIGIN).stream().allMatch(origin -> names(origin, call))
                : OWN.containsAll(sites);
        if (!own) {
            throw new RefusedException(new Refusal.CrossSite());
        }
    }

    private static boolean names(String origin, Call call) {
        return authority(origin)
                .filter(host -> call.header(HeaderNames.HOST)
                        .map(asked -> asked.toLowerCase(Locale.ROOT))
                        .filter(host::equals)
                        .isPresent())
                .isPresent();
    }

    private static Optional<String> authority(String origin) {
        try {
            return Optional.ofNullable(new URI(origin).getRawAuthority()).map(host -> host.toLowerCase(Locale.ROOT));
        } catch (URISyntaxException e) {
            return Optional.empty(); // an origin that cannot be read is not ours
        }
    }
}
