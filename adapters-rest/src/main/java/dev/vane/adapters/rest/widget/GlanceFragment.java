package dev.vane.adapters.rest.widget;

import dev.vane.adapters.rest.widget.Glimpse.Now;
import dev.vane.domain.weather.DailyForecast;
import dev.vane.domain.weather.DailyVariable;
import dev.vane.domain.weather.Variable;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A fragment for a page of Glance, in the classes of its own stylesheet. */
final class GlanceFragment {

    private static final int DAYS = 4;

    private final Glimpse glimpse;
    private final Html html = new Html();

    private GlanceFragment(Glimpse glimpse) {
        this.glimpse = glimpse;
    }

    static String of(Glimpse glimpse) {
        return new GlanceFragment(glimpse).text();
    }

    private String text() {
        glimpse.now().ifPresent(this::now);
        glimpse.warnings().forEach(warning -> html.element("p", " class=\"color-negative margin-top-5\"", warning));
        if (!glimpse.days().isEmpty()) {
            html.open("ul", " class=\"list list-gap-4 margin-top-10\"");
            glimpse.days().stream().limit(DAYS).forEach(this::day);
            html.close("ul");
        }
        html.element("p", " class=\"size-h6 color-subdue margin-top-10\"", String.join(" · ", glimpse.credits()));
        return html.toString();
    }

    private void now(Now now) {
        glimpse.said(now, Variable.TEMPERATURE, glimpse.amounts()::temperature)
                .ifPresent(temperature -> html.element("p", " class=\"size-h1 color-highlight\"", temperature));
        html.element("p", " class=\"size-h4\"", glimpse.sky(now));
        html.open("ul", " class=\"list-horizontal-text\"");
        Stream.of(glimpse.feelsLike(now), glimpse.wind(now))
                .flatMap(Optional::stream)
                .forEach(item -> html.element("li", "", item));
        html.close("ul");
    }

    private void day(DailyForecast day) {
        String range = Stream.of(DailyVariable.TEMPERATURE_MAX, DailyVariable.TEMPERATURE_MIN)
                .flatMap(variable -> Glimpse.said(day.values().get(variable), glimpse.amounts()::temperature).stream())
                .collect(Collectors.joining(" / "));
        html.open("li", " class=\"flex justify-between\"");
        html.element("span", "", glimpse.weekday(day) + " " + glimpse.sky(day));
        html.element("span", " class=\"color-highlight\"", range);
        html.close("li");
    }
}
