package dev.vane.adapters.sources.http;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Where a provider's API begins.
 *
 * @param uri absolute, http or https, with a host, without user, query and fragment; no slash at its end
 */
public record BaseUrl(URI uri) {

    /**
     * Checks the form and drops a slash at the end.
     *
     * @throws IllegalArgumentException if the form is another
     */
    public BaseUrl {
        boolean http = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
        if (!http || uri.getHost() == null) {
            throw new IllegalArgumentException(
                    "base URL is " + uri.getScheme() + "://…, not http or https with a host");
        }
        if (uri.getRawUserInfo() != null || uri.getRawQuery() != null || uri.getRawFragment() != null) {
            // Not quoted: what stands there may be a secret.
            throw new IllegalArgumentException(
                    "base URL for host " + uri.getHost() + " has a user, a query or a fragment; none is allowed");
        }
        uri = URI.create(uri.toString().replaceAll("/+$", ""));
    }

    /** Wraps a URL; see the constructor. */
    public static BaseUrl of(String url) {
        return new BaseUrl(URI.create(url));
    }

    /** The address of a resource below with a query, in the order of the map. */
    public URI resource(String path, Map<String, String> query) {
        String pairs = query.entrySet().stream()
                .map(pair -> encoded(pair.getKey()) + "=" + encoded(pair.getValue()))
                .collect(Collectors.joining("&"));
        return URI.create(uri + path + "?" + pairs);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("%2C", ",");
    }
}
