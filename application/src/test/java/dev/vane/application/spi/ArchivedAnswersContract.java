package dev.vane.application.spi;

import static dev.vane.application.spi.ArchiveSamples.ALPHA;
import static dev.vane.application.spi.ArchiveSamples.BETA;
import static dev.vane.application.spi.ArchiveSamples.NOON;
import static dev.vane.application.spi.ArchiveSamples.alert;
import static dev.vane.application.spi.ArchiveSamples.observation;
import static dev.vane.application.spi.ArchiveSamples.report;
import static dev.vane.application.spi.ArchiveSamples.reportOf;
import static dev.vane.application.spi.ArchiveSamples.run;
import static dev.vane.application.spi.ArchiveSamples.town;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vane.application.spi.WeatherArchive.Remembered;
import dev.vane.domain.place.Place;
import dev.vane.domain.weather.Alert;
import dev.vane.domain.weather.Run;
import dev.vane.domain.weather.SourceReport;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link WeatherArchive} must remember beside the weather: due times, how old a run is, and warnings. */
public abstract class ArchivedAnswersContract {

    private static final Place ZURICH = town(2657896, "Zürich");
    private static final Instant ONE_O_CLOCK = NOON.plus(Duration.ofHours(1));
    private static final Instant TWO_O_CLOCK = NOON.plus(Duration.ofHours(2));
    private static final Instant THREE_O_CLOCK = NOON.plus(Duration.ofHours(3));

    /** For subclasses. */
    protected ArchivedAnswersContract() {}

    /** The archive under test: the same one within a test, empty at its start. */
    protected abstract WeatherArchive archive();

    private void keep(SourceReport report) {
        archive().keep(ZURICH, report);
    }

    private void keep(SourceReport report, Optional<Instant> dueAt) {
        archive().keep(ZURICH, List.of(report), dueAt);
    }

    /** What is remembered of the only source. */
    private Remembered only() {
        List<Remembered> all = archive().latest(ZURICH.id());
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    @Test
    void remembersEveryReportOfAnAnswerAndWhenItIsDue() {
        SourceReport alpha = report(ALPHA, NOON, 5).withAlerts(List.of(alert("a")));
        SourceReport beta = report(BETA, NOON, 6);

        archive().keep(ZURICH, List.of(alpha, beta), Optional.of(TWO_O_CLOCK));

        assertThat(archive().latest(ZURICH.id()))
                .containsExactlyInAnyOrder(
                        new Remembered(alpha, Optional.of(TWO_O_CLOCK), Optional.of(NOON)),
                        new Remembered(beta, Optional.of(TWO_O_CLOCK), Optional.of(NOON)));
    }

    @Test
    void keepsNothingOfAnAnswerWithoutReports() {
        archive().keep(ZURICH, List.of(), Optional.of(TWO_O_CLOCK));

        assertThat(archive().latest(ZURICH.id())).isEmpty();
    }

    @Test
    void isDueWhenTheLastAnswerSaidSo() {
        keep(report(ALPHA, NOON, 5), Optional.of(THREE_O_CLOCK));
        keep(report(ALPHA, ONE_O_CLOCK, 5), Optional.of(TWO_O_CLOCK));

        assertThat(only().dueAt()).contains(TWO_O_CLOCK);
    }

    @Test
    void forgetsWhenItIsDueIfTheLastAnswerDidNotSay() {
        keep(report(ALPHA, NOON, 5), Optional.of(THREE_O_CLOCK));
        keep(report(ALPHA, ONE_O_CLOCK, 5), Optional.empty());

        assertThat(only().dueAt()).isEmpty();
    }

    @Test
    void takesNoDueTimeOfAnAnswerThatComesLate() {
        keep(report(ALPHA, ONE_O_CLOCK, 5), Optional.of(THREE_O_CLOCK));
        keep(report(ALPHA, NOON, 5), Optional.of(TWO_O_CLOCK));

        assertThat(only().dueAt()).contains(THREE_O_CLOCK);
    }

    @Test
    void keepsDueTimesOfSourcesApart() {
        keep(report(ALPHA, NOON, 5), Optional.of(ONE_O_CLOCK));
        keep(report(BETA, NOON, 5), Optional.of(TWO_O_CLOCK));

        assertThat(archive().latest(ZURICH.id()))
                .extracting(Remembered::dueAt)
                .containsExactlyInAnyOrder(Optional.of(ONE_O_CLOCK), Optional.of(TWO_O_CLOCK));
    }

    @Test
    void knowsNoAgeOfARunThatThereIsNot() {
        keep(reportOf(ALPHA, NOON, observation(NOON, 5)));

        assertThat(only().runSince()).isEmpty();
    }

    @Test
    void countsTheAgeOfARunFromWhenItsValuesWereHeardFirst() {
        keep(reportOf(ALPHA, NOON, issued(NOON, NOON, 5)));
        keep(reportOf(ALPHA, ONE_O_CLOCK, issued(ONE_O_CLOCK, ONE_O_CLOCK, 5)));
        keep(reportOf(ALPHA, TWO_O_CLOCK, observation(TWO_O_CLOCK, 5)));

        assertThat(only().runSince()).contains(NOON);
    }

    @Test
    void countsTheAgeOfARunFromWhenItsIssueTimeWasHeardFirst() {
        keep(reportOf(ALPHA, NOON, issued(NOON, NOON, 5)));
        keep(reportOf(ALPHA, ONE_O_CLOCK, issued(NOON, ONE_O_CLOCK, 6)));
        keep(reportOf(ALPHA, TWO_O_CLOCK, issued(NOON, TWO_O_CLOCK, 7)));

        assertThat(only().runSince()).contains(NOON);
        assertThat(only().report().run()).contains(issued(NOON, TWO_O_CLOCK, 7));
    }

    @Test
    void followsRunsThatRepeatEachOtherNowInTheirValuesAndNowInTheirIssueTime() {
        keep(reportOf(ALPHA, NOON, issued(NOON, NOON, 5)));
        keep(reportOf(ALPHA, ONE_O_CLOCK, issued(ONE_O_CLOCK, ONE_O_CLOCK, 5)));
        keep(reportOf(ALPHA, TWO_O_CLOCK, issued(ONE_O_CLOCK, TWO_O_CLOCK, 6)));

        assertThat(only().runSince()).contains(NOON);
    }

    @Test
    void countsTheAgeOfARunThatIsNewsAnew() {
        keep(reportOf(ALPHA, NOON, issued(NOON, NOON, 5)));
        keep(reportOf(ALPHA, ONE_O_CLOCK, issued(NOON, ONE_O_CLOCK, 5)));
        keep(reportOf(ALPHA, TWO_O_CLOCK, issued(TWO_O_CLOCK, TWO_O_CLOCK, 6)));

        assertThat(only().runSince()).contains(TWO_O_CLOCK);
    }

    @Test
    void countsTheAgeOfARunThatReturnsAnew() {
        keep(reportOf(ALPHA, NOON, issued(NOON, NOON, 5)));
        keep(reportOf(ALPHA, ONE_O_CLOCK, issued(ONE_O_CLOCK, ONE_O_CLOCK, 6)));
        keep(reportOf(ALPHA, TWO_O_CLOCK, issued(NOON, TWO_O_CLOCK, 5)));

        assertThat(only().runSince()).contains(TWO_O_CLOCK);
    }

    @Test
    void takesRunsWithoutIssueTimesForTheSameByTheirValuesAlone() {
        keep(reportOf(ALPHA, NOON, unissued(NOON, 5)));
        keep(reportOf(ALPHA, ONE_O_CLOCK, unissued(ONE_O_CLOCK, 5)));
        assertThat(only().runSince()).contains(NOON);

        keep(reportOf(ALPHA, TWO_O_CLOCK, unissued(TWO_O_CLOCK, 6)));
        assertThat(only().runSince()).contains(TWO_O_CLOCK);
    }

    @Test
    void takesNoAgeOfARunThatComesLate() {
        keep(reportOf(ALPHA, TWO_O_CLOCK, issued(TWO_O_CLOCK, TWO_O_CLOCK, 5)));
        keep(reportOf(ALPHA, NOON, issued(NOON, NOON, 6)));
        keep(reportOf(ALPHA, ONE_O_CLOCK, issued(ONE_O_CLOCK, ONE_O_CLOCK, 5)));
        assertThat(only().runSince()).contains(TWO_O_CLOCK);

        keep(reportOf(ALPHA, THREE_O_CLOCK, issued(ONE_O_CLOCK, THREE_O_CLOCK, 6)));
        assertThat(only().runSince()).contains(THREE_O_CLOCK);
    }

    @Test
    void givesBackEveryFieldOfAWarning() {
        for (Alert.Severity severity : Alert.Severity.values()) {
            for (Alert.Urgency urgency : Alert.Urgency.values()) {
                for (Alert.Certainty certainty : Alert.Certainty.values()) {
                    Alert alert = with(new Alert.Gravity(severity, urgency, certainty), alert("a"));

                    keep(warns(NOON, alert));

                    assertThat(warnings()).contains(List.of(alert));
                }
            }
        }
    }

    @Test
    void givesBackAWarningOfWhichNothingElseIsSaid() {
        Alert bare = new Alert(
                "b",
                "Frost",
                new Alert.Gravity(Alert.Severity.UNKNOWN, Alert.Urgency.UNKNOWN, Alert.Certainty.UNKNOWN),
                new Alert.Validity(NOON, Optional.empty(), Optional.empty()),
                new Alert.Message("", "", ""),
                "",
                "");

        keep(warns(NOON, bare));

        assertThat(warnings()).contains(List.of(bare));
    }

    @Test
    void givesWarningsBackInTheirOrder() {
        keep(warns(NOON, alert("c"), alert("a"), alert("b")));
        assertThat(warnings()).contains(List.of(alert("c"), alert("a"), alert("b")));

        keep(warns(ONE_O_CLOCK, alert("b"), alert("c")));
        assertThat(warnings()).contains(List.of(alert("b"), alert("c")));
    }

    @Test
    void takesAWarningAsItWasSaidLast() {
        Alert worse = with(
                new Alert.Gravity(Alert.Severity.EXTREME, Alert.Urgency.IMMEDIATE, Alert.Certainty.OBSERVED),
                alert("a"));

        keep(warns(NOON, alert("a")));
        keep(warns(ONE_O_CLOCK, worse));

        assertThat(warnings()).contains(List.of(worse));
    }

    @Test
    void takesTheLastOfSeveralWarningsWithOneIdentifier() {
        Alert other = with(alert("b").gravity(), alert("a"));
        Alert last = new Alert(
                "a", "Flood", other.gravity(), other.validity(), other.message(), other.area(), other.sender());

        keep(warns(NOON, alert("a"), alert("b"), last));

        assertThat(warnings()).contains(List.of(alert("b"), last));
    }

    @Test
    void endsTheWarningsThatTheSourceNoLongerGives() {
        keep(warns(NOON, alert("a"), alert("b")));
        keep(warns(NOON, alert("b")));
        assertThat(warnings()).contains(List.of(alert("b")));

        keep(warns(NOON));
        assertThat(warnings()).contains(List.of());
    }

    @Test
    void takesAWarningThatReturns() {
        keep(warns(NOON, alert("a")));
        keep(warns(ONE_O_CLOCK));
        keep(warns(TWO_O_CLOCK, alert("a")));

        assertThat(warnings()).contains(List.of(alert("a")));
    }

    @Test
    void leavesWarningsAloneThatAReportSaysNothingOf() {
        keep(reportOf(ALPHA, NOON, observation(NOON, 5)));
        assertThat(warnings()).isEmpty();

        keep(warns(ONE_O_CLOCK, alert("a")));
        keep(reportOf(ALPHA, TWO_O_CLOCK, observation(TWO_O_CLOCK, 6)));
        assertThat(warnings()).contains(List.of(alert("a")));
    }

    @Test
    void isNotMisledByWarningsThatComeLate() {
        keep(warns(ONE_O_CLOCK, alert("a")));
        keep(warns(NOON, alert("b")));
        assertThat(warnings()).contains(List.of(alert("a")));

        keep(warns(THREE_O_CLOCK));
        keep(warns(TWO_O_CLOCK, alert("a")));
        assertThat(warnings()).contains(List.of());
    }

    @Test
    void takesLateWarningsOfASourceThatSaidNothingOfWarningsSince() {
        keep(warns(NOON, alert("a")));
        keep(reportOf(ALPHA, TWO_O_CLOCK, observation(TWO_O_CLOCK, 5)));
        keep(warns(ONE_O_CLOCK, alert("b")));

        assertThat(warnings()).contains(List.of(alert("b")));
    }

    @Test
    void keepsWarningsOfSourcesAndPlacesApart() {
        Place elsewhere = town(1, "Elsewhere");
        keep(warns(NOON, alert("a")));
        keep(report(BETA, NOON, 5).withAlerts(List.of()));
        archive().keep(elsewhere, warns(NOON, alert("a"), alert("b")));
        archive().keep(elsewhere, warns(ONE_O_CLOCK, alert("b")));

        assertThat(archive().latest(ZURICH.id()))
                .extracting(said -> said.report().alerts())
                .containsExactlyInAnyOrder(Optional.of(List.of(alert("a"))), Optional.of(List.of()));
        assertThat(archive().latest(elsewhere.id()))
                .extracting(said -> said.report().alerts())
                .containsExactly(Optional.of(List.of(alert("b"))));
    }

    @Test
    void takesTheWordsOfAWarningAsData() {
        List<String> texts = List.of(
                "'; DROP TABLE alert; --", "a\0b", "東京 \"🌧\"", "\u0301x", "%_\\?1", " a\r\n\tb ", "x".repeat(50_000));
        for (String text : texts) {
            Alert hostile = new Alert(
                    text,
                    text,
                    alert("a").gravity(),
                    alert("a").validity(),
                    new Alert.Message(text, text, text),
                    text,
                    text);

            keep(warns(NOON, hostile, alert("a")));

            assertThat(warnings()).contains(List.of(hostile, alert("a")));
        }
    }

    private Optional<List<Alert>> warnings() {
        return only().report().alerts();
    }

    private static SourceReport warns(Instant fetchedAt, Alert... alerts) {
        return reportOf(ALPHA, fetchedAt, observation(fetchedAt, 5)).withAlerts(List.of(alerts));
    }

    private static Alert with(Alert.Gravity gravity, Alert alert) {
        return new Alert(
                alert.id(), alert.event(), gravity, alert.validity(), alert.message(), alert.area(), alert.sender());
    }

    private static Run issued(Instant issuedAt, Instant availableAt, double temperature) {
        Run run = run(availableAt, 24, temperature);
        return new Run(Optional.of(issuedAt), availableAt, run.hourly(), run.daily());
    }

    private static Run unissued(Instant availableAt, double temperature) {
        Run run = run(availableAt, 24, temperature);
        return new Run(Optional.empty(), availableAt, run.hourly(), run.daily());
    }
}
