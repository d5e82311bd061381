package dev.vane.adapters.sources;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vane.adapters.sources.http.BaseUrl;
import dev.vane.adapters.sources.http.Secret;
import dev.vane.adapters.sources.metar.MetarSettings;
import dev.vane.adapters.sources.metnorway.MetNorwaySettings;
import dev.vane.adapters.sources.nws.NwsSettings;
import dev.vane.adapters.sources.openmeteo.OpenMeteoSettings;
import dev.vane.adapters.sources.openweather.OpenWeatherSettings;
import dev.vane.application.spi.CallMeter;
import dev.vane.application.spi.SourceInfo.Rhythm;
import dev.vane.application.spi.Tariff;
import dev.vane.application.spi.WeatherSource;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What every source owes the meter: to be asked before each call, and obeyed. */
class SourceMeteringTest {

    private static final Duration REFRESH = Duration.ofMinutes(10);

    private final StubProvider stub = StubProvider.start();
    private final ProviderSources sources = new ProviderSources(Replies.HTTP, Replies.CLOCK);
    private final BaseUrl url = BaseUrl.of(stub.baseUrl());

    @AfterEach
    void stop() {
        sources.close();
        stub.close();
    }

    private WeatherSource openMeteo(int days) {
        return sources.openMeteo(new OpenMeteoSettings(url, days, REFRESH));
    }

    private WeatherSource openWeather(boolean oneCall) {
        return sources.openWeather(new OpenWeatherSettings(url, Secret.of("hidden"), oneCall, REFRESH));
    }

    private List<WeatherSource> all() {
        return List.of(
                openMeteo(10),
                sources.metNorway(new MetNorwaySettings(url, REFRESH)),
                sources.nws(new NwsSettings(url, REFRESH)),
                openWeather(false),
                openWeather(true),
                sources.metar(new MetarSettings(url, REFRESH)),
                sources.nwsStations(new NwsSettings(url, REFRESH)));
    }

    @Test
    void noSourceCallsWithoutLeave() {
        for (WeatherSource source : all()) {
            assertThat(source.ask(TestPlaces.NEW_YORK, CountingMeter.granting(0)))
                    .as(source.info().name())
                    .isEqualTo(CountingMeter.SPENT);
        }
        assertThat(stub.calls()).isZero();
    }

    @Test
    void everyCallIsTakenLeaveOf() {
        stub.answer("/points/40.7143,-74.006", StubAnswer.json("""
                {"properties": {"gridId": "OKX", "gridX": 33, "gridY": 35}}"""))
                .answer("/gridpoints/OKX/33,35/stations", StubAnswer.json("""
                {"features": [{"properties": {"stationIdentifier": "KNYC"}},
                              {"properties": {"stationIdentifier": "KLGA"}}]}"""));
        for (WeatherSource source : all()) {
            int before = stub.calls();
            CountingMeter meter = CountingMeter.open();
            source.ask(TestPlaces.NEW_YORK, meter);
            assertThat(meter.asked())
                    .as(source.info().name())
                    .hasSize(stub.calls() - before)
                    .isNotEmpty();
        }
    }

    @Test
    void asksOpenMeteosMeterOnlyWhenItIsItsTurn() throws InterruptedException {
        WeatherSource source = openMeteo(10);
        stub.answer("/v1/forecast", StubAnswer.status(404).after(Duration.ofMinutes(5)));
        CountingMeter later = CountingMeter.open();
        CallMeter first = weight -> {
            Thread second = Thread.ofVirtual().start(() -> source.ask(TestPlaces.BERLIN, later));
            awaitParked(second);
            assertThat(later.asked()).isEmpty();
            stub.answer("/v1/forecast", StubAnswer.status(404));
            return java.util.Optional.of(CountingMeter.SPENT);
        };
        assertThat(source.ask(TestPlaces.BERLIN, first)).isEqualTo(CountingMeter.SPENT);
        source.ask(TestPlaces.BERLIN, CallMeter.UNLIMITED); // comes after the second, since turns are fair
        assertThat(later.asked()).containsExactly(6);
    }

    private static void awaitParked(Thread thread) {
        while (thread.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
    }

    @ParameterizedTest(name = "{0} days count for {1} calls")
    @CsvSource({"1, 6", "10, 6", "14, 6", "15, 6", "16, 7"})
    void countsOpenMeteosCallsAsItDoes(int days, int calls) {
        WeatherSource source = openMeteo(days);
        CountingMeter meter = CountingMeter.open();
        source.ask(TestPlaces.BERLIN, meter);
        assertThat(meter.asked()).containsExactly(calls);
        assertThat(source.tariff()).isEqualTo(new Tariff(source.info().id(), calls));
        String query = stub.requests().getLast().uri().getQuery();
        long variables = Stream.of(query.split("&"))
                .filter(pair -> pair.matches("(current|hourly|daily)=.*"))
                .mapToLong(pair -> pair.split(",").length)
                .sum();
        assertThat(calls).isEqualTo((int) Math.ceil(variables / 10.0 * Math.max(1, days / 14.0)));
    }

    @Test
    void pinsTariffsAndRhythms() {
        assertThat(all().stream().map(source -> source.tariff().usualCalls())).containsExactly(6, 1, 6, 2, 1, 1, 1);
        assertThat(all().stream().map(source -> source.tariff().account().name()))
                .containsExactly("open-meteo", "met-norway", "nws", "openweather", "openweather", "metar", "nws");
        assertThat(Stream.concat(all().stream(), sources.simulated().stream().limit(1))
                        .map(source -> source.info().rhythm().updateInterval().toHours()))
                .containsExactly(6L, 6L, 12L, 6L, 6L, 1L, 1L, 6L);
        assertThat(openMeteo(10).info().rhythm()).isEqualTo(new Rhythm(REFRESH, Duration.ofHours(6)));
    }
}
