package dev.vane.adapters.rest.widget;

import dev.vane.adapters.rest.contract.ProblemView;
import dev.vane.adapters.rest.exchange.Answer;
import dev.vane.adapters.rest.exchange.Call;
import dev.vane.adapters.rest.exchange.ErrorFormat;
import dev.vane.adapters.rest.exchange.Exchange;
import dev.vane.adapters.rest.exchange.Parameters;
import dev.vane.adapters.rest.exchange.Representation;
import dev.vane.adapters.rest.snapshot.Snapshot;
import dev.vane.adapters.rest.snapshot.Snapshots;
import dev.vane.adapters.rest.snapshot.WhichPlace;
import dev.vane.adapters.rest.widget.Wish.Shape;
import io.helidon.http.Header;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Serves a place in small: to Glance as a fragment of HTML with the headers of its extensions, to Homepage as a flat object, and
 * to anybody's page as a page for a frame.
 */
public final class WidgetService implements HttpService {

    private static final String GLANCE = "/integrations/glance";
    private static final String HOMEPAGE = "/integrations/homepage";
    private static final String EMBED = "/embed";
    private static final String HTML = "text/html";
    private static final String JSON = "application/json";
    private static final String UTF_8 = "; charset=utf-8";
    private static final String VARY = "Accept, Accept-Language";

    private static final Header GLANCE_TYPE = HeaderValues.createCached("Widget-Content-Type", "html");
    private static final Set<String> PARAMETERS = Stream.concat(
                    WhichPlace.PARAMETERS.stream(), Wish.PARAMETERS.stream())
            .collect(Collectors.toUnmodifiableSet());
    private static final Set<String> WITH_THEME =
            Stream.concat(PARAMETERS.stream(), Stream.of(Wish.THEME)).collect(Collectors.toUnmodifiableSet());

    private final Exchange exchange;
    private final Snapshots snapshots;

    /**
     * Creates it.
     *
     * @param exchange handles the requests
     * @param snapshots reads the weather
     */
    public WidgetService(Exchange exchange, Snapshots snapshots) {
        this.exchange = exchange;
        this.snapshots = snapshots;
    }

    @Override
    public void routing(HttpRules rules) {
        exchange.refusingAs(WidgetService::plainly).read(rules, GLANCE, GLANCE, this::glance);
        exchange.read(rules, HOMEPAGE, HOMEPAGE, this::homepage);
        exchange.refusingAs(WidgetService::framed).read(rules, EMBED, EMBED, this::embed);
    }

    private record Asked(Snapshot snapshot, Wish wish) {

        private Glimpse glimpse() {
            return new Glimpse(snapshot, wish);
        }
    }

    private Asked asked(Call call, Shape shape, Set<String> known, String mediaType) {
        Parameters parameters = call.parameters(known);
        WhichPlace place = WhichPlace.of(parameters);
        Wish wish = Wish.of(shape, parameters, call.language(parameters));
        call.requireAccepts(mediaType);
        return new Asked(snapshots.read(place.target(), place.parameter(), wish.language()), wish);
    }

    private Answer glance(Call call) {
        Asked asked = asked(call, Shape.GLANCE, PARAMETERS, HTML);
        Header title =
                Utf8Header.of("Widget-Title", asked.snapshot().weather().place().name());
        return asked.snapshot()
                .document(asked.wish(), VARY, () -> html(GlanceFragment.of(asked.glimpse())))
                .with(List.of(title, GLANCE_TYPE));
    }

    private Answer homepage(Call call) {
        Asked asked = asked(call, Shape.HOMEPAGE, PARAMETERS, JSON);
        return asked.snapshot()
                .document(
                        asked.wish(),
                        VARY,
                        () -> Representation.of(
                                JSON,
                                HomepageDocument.of(
                                        asked.glimpse(), asked.wish().units())));
    }

    private Answer embed(Call call) {
        Asked asked = asked(call, Shape.EMBED, WITH_THEME, HTML);
        return asked.snapshot()
                .document(
                        asked.wish(),
                        VARY,
                        () -> html(EmbedPage.of(asked.glimpse(), asked.wish().theme())))
                .with(EmbedPage.HEADERS);
    }

    private static Representation html(String text) {
        return Representation.of(HTML + UTF_8, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Glance looks at no status, and shows what is no HTML as it is. */
    private static ErrorFormat.Said plainly(Call call, ProblemView problem) {
        return new ErrorFormat.Said(Status.create(problem.status()), "text/plain" + UTF_8, problem.detail() + "\n");
    }

    /** A frame shows nothing at all of what is not for frames. */
    private static ErrorFormat.Said framed(Call call, ProblemView problem) {
        return new ErrorFormat.Said(
                Status.create(problem.status()),
                HTML + UTF_8,
                EmbedPage.saying(problem.title(), problem.detail()),
                EmbedPage.HEADERS);
    }
}
