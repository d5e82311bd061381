package dev.vane.adapters.sources.report;

import dev.vane.adapters.sources.http.ProviderText;
import dev.vane.adapters.sources.json.JsonFault;
import dev.vane.application.spi.SourceInfo;
import dev.vane.application.spi.SourceReply;
import dev.vane.application.spi.SourceReply.Answered;
import dev.vane.application.spi.SourceReply.Failed;
import dev.vane.application.spi.SourceReply.Reason;
import dev.vane.domain.weather.Alert;
import dev.vane.domain.weather.DailyForecast;
import dev.vane.domain.weather.ForecastStep;
import dev.vane.domain.weather.Observation;
import dev.vane.domain.weather.Run;
import dev.vane.domain.weather.SourceReport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Puts a report together, section by section, so that a fault in one does not lose the others. With a fault in the hourly
 * section there is no run at all: a run of days only would take the place of the last good one and lose its hours. With a
 * fault in the daily section the run has its hours, from which days can be made. The faults of a report that comes about
 * are logged; one that does not is malformed. Not safe for use by several threads.
 */
public final class ReportDraft {

    private static final System.Logger LOG = System.getLogger("dev.vane.adapters.sources");

    private final SourceInfo source;
    private final UnaryOperator<String> redact;
    private final List<String> faults = new ArrayList<>();
    private Optional<Instant> issuedAt = Optional.empty();
    private Optional<Observation> current = Optional.empty();
    private Optional<List<ForecastStep>> hourly = Optional.empty();
    private List<DailyForecast> daily = List.of();
    private Optional<List<Alert>> alerts = Optional.empty();

    /**
     * Starts with nothing.
     *
     * @param redact takes secrets out of a text
     */
    public ReportDraft(SourceInfo source, UnaryOperator<String> redact) {
        this.source = source;
        this.redact = redact;
    }

    /** Decodes the issue time of the run; a fault in it costs the run nothing else. */
    public void issued(Supplier<Optional<Instant>> time) {
        issuedAt = attempt(time).flatMap(issued -> issued);
    }

    /** Decodes the current conditions. */
    public void current(Supplier<Optional<Observation>> section) {
        current = attempt(section).flatMap(observation -> observation);
    }

    /** Decodes the hourly steps; none if the answer has no such section. */
    public void hourly(Supplier<List<ForecastStep>> section) {
        hourly = attempt(section);
    }

    /** Decodes the days; none if the answer has no such section. */
    public void daily(Supplier<List<DailyForecast>> section) {
        daily = attempt(section).orElse(List.of());
    }

    /** Adds the warnings for the place: without this the report does not say whether there are any. */
    public void alerts(List<Alert> all) {
        alerts = Optional.of(all);
    }

    /** Notes a fault outside of the sections. */
    public void fault(String what) {
        faults.add(ProviderText.clean(redact.apply(what)));
    }

    private <T> Optional<T> attempt(Supplier<T> section) {
        try {
            return Optional.of(section.get());
        } catch (JsonFault fault) {
            fault(fault.getMessage());
            return Optional.empty();
        }
    }

    /** The reply: what could be decoded, or the first fault if that is nothing. */
    public SourceReply finish(Instant fetchedAt) {
        Optional<Run> run = hourly.filter(steps -> !steps.isEmpty() || !daily.isEmpty())
                .map(steps -> new Run(issuedAt, fetchedAt, steps, daily));
        if (current.isEmpty() && run.isEmpty()) {
            return malformed(faults.isEmpty() ? "there is no weather in it" : faults.getFirst());
        }
        if (!faults.isEmpty()) {
            LOG.log(System.Logger.Level.WARNING, "part of the answer of {0} is lost: {1}", source.id(), faults);
        }
        return new Answered(new SourceReport(source.id(), fetchedAt, current, run, alerts));
    }

    private Failed malformed(String fault) {
        String detail = "The answer of " + source.name() + " cannot be used: " + fault + ".";
        return new Failed(Reason.MALFORMED, detail, Optional.empty());
    }
}
