package dev.vane.adapters.rest.widget;

import dev.vane.adapters.rest.contract.Times;
import dev.vane.adapters.rest.exchange.SecurityHeaders;
import dev.vane.adapters.rest.widget.Glimpse.Now;
import dev.vane.domain.weather.DailyForecast;
import dev.vane.domain.weather.DailyVariable;
import dev.vane.domain.weather.Variable;
import io.helidon.http.Header;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A page for a frame in somebody else's page: it loads nothing, runs nothing, links nowhere, and fits the frame that it is put
 * into, from 300 by 200 pixels on.
 */
final class EmbedPage {

    private static final String STYLE = style();

    /** What is to stand in the answer's headers. */
    static final List<Header> HEADERS = SecurityHeaders.ofFramablePage(STYLE);

    private final Glimpse glimpse;
    private final Html html = new Html();

    private EmbedPage(Glimpse glimpse) {
        this.glimpse = glimpse;
    }

    static String of(Glimpse glimpse, Wish.Theme theme) {
        EmbedPage page = new EmbedPage(glimpse);
        begin(page.html, glimpse.language(), theme, glimpse.place().name());
        page.body();
        return page.html.raw("</body>\n</html>\n").toString();
    }

    /** A page that says why there is no weather, in the same frame. */
    static String saying(String title, String detail) {
        Html html = new Html();
        begin(html, Locale.ENGLISH, Wish.Theme.AUTO, title);
        return html.open("main", "")
                .element("h1", "", title)
                .element("p", "", detail)
                .close("main")
                .raw("</body>\n</html>\n")
                .toString();
    }

    private static void begin(Html html, Locale language, Wish.Theme theme, String title) {
        html.raw("<!doctype html>\n")
                .open("html", " lang=\"" + language.toLanguageTag() + "\" data-theme=\"" + theme.key() + "\"")
                .raw("\n<head>\n<meta charset=\"utf-8\">\n")
                .raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .element("title", "", title)
                .open("style", "")
                .raw(STYLE)
                .close("style")
                .raw("</head>\n<body>\n");
    }

    private void body() {
        Optional<Now> now = glimpse.now();
        html.open("header", "").element("h1", "", glimpse.place().name());
        now.ifPresent(this::time);
        html.close("header").open("main", "");
        glimpse.warnings().forEach(warning -> html.element("p", " class=\"alarm\"", warning));
        now.ifPresent(this::now);
        if (!glimpse.days().isEmpty()) {
            html.open("ol", "");
            glimpse.days().forEach(this::day);
            html.close("ol");
        }
        html.close("main").element("footer", "", String.join(" · ", glimpse.credits()));
    }

    /** The time in the place's own zone: it stands as long as the data, where an age would not. */
    private void time(Now now) {
        String local = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(glimpse.language())
                .format(now.time().atZone(glimpse.place().zone()));
        html.element("time", " datetime=\"" + Times.text(now.time()) + "\"", local);
    }

    private void now(Now now) {
        html.open("div", " class=\"now\"").raw(SkyDrawing.of(now.sky(), now.day()));
        glimpse.said(now, Variable.TEMPERATURE, glimpse.amounts()::temperature)
                .ifPresent(temperature -> html.element("p", " class=\"temperature\"", temperature));
        String more = Stream.of(glimpse.feelsLike(now), glimpse.wind(now))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" · "));
        html.open("div", " class=\"words\"")
                .element("p", "", glimpse.sky(now))
                .element("p", "", more)
                .close("div")
                .close("div");
    }

    private void day(DailyForecast day) {
        html.open("li", "")
                .element("span", " class=\"day\"", glimpse.weekday(day))
                .raw(SkyDrawing.of(day.sky(), true));
        temperature("high", day, DailyVariable.TEMPERATURE_MAX);
        temperature("low", day, DailyVariable.TEMPERATURE_MIN);
        html.close("li");
    }

    private void temperature(String name, DailyForecast day, DailyVariable variable) {
        Glimpse.said(day.values().get(variable), glimpse.amounts()::temperature)
                .ifPresent(text -> html.element("span", " class=\"" + name + "\"", text));
    }

    private static String style() {
        try (InputStream file = EmbedPage.class.getResourceAsStream("embed.css")) {
            if (file == null) {
                throw new IllegalStateException("there is no embed.css");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read embed.css", e);
        }
    }
}
