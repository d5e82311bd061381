package dev.vane.bootstrap.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vane.application.api.KeepRecord;
import dev.vane.application.spi.CallWindow;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigurationReaderTest {

    private static final String TOKEN = "0123456789abcdef";

    @TempDir
    private Path directory;

    @Test
    void everyDefaultIsPinned() {
        Configuration configuration = reader(Map.of()).read();

        assertThat(configuration.server())
                .isEqualTo(new Configuration.Server(
                        "0.0.0.0", 8080, Duration.ZERO, Duration.ofSeconds(10), Optional.empty()));
        assertThat(configuration.operations())
                .isEqualTo(new Configuration.Operations("0.0.0.0", 8081, Optional.empty()));
        assertThat(configuration.data())
                .isEqualTo(new Configuration.Data(Path.of("/var/lib/vane"), Configuration.JournalMode.AUTO));
        assertThat(configuration.gazetteer()).isEqualTo(Path.of("/app/gazetteer/gazetteer.db"));
        assertThat(configuration.httpClient())
                .isEqualTo(new Configuration.HttpClient(
                        URI.create("https://vane.example.net/contact"), Duration.ofSeconds(3), Duration.ofSeconds(10)));
        assertThat(configuration.refresh())
                .isEqualTo(new Configuration.Refresh(
                        Duration.ofSeconds(3),
                        new Configuration.Failure(Duration.ofSeconds(30), Duration.ofMinutes(15), 5),
                        50,
                        new Configuration.Background(10, Duration.ofMinutes(1), 80)));
        assertThat(configuration.watch()).isEqualTo(new Configuration.Watch(20));
        assertThat(configuration.record())
                .isEqualTo(new KeepRecord.Retention(Duration.ofDays(400), Duration.ofDays(36_500), 4L << 30));
        assertThat(configuration.station()).isEmpty();
        assertThat(configuration.log())
                .isEqualTo(new Configuration.Log(System.Logger.Level.INFO, Duration.ofSeconds(1)));
    }

    @Test
    void everyDefaultOfTheSourcesIsPinned() {
        Configuration.Sources sources = reader(Map.of()).read().sources();

        assertThat(sources.preference().order())
                .containsExactly("open-meteo", "met-norway", "nws", "openweather", "open-meteo-models");
        assertThat(sources.preference().byCountry())
                .hasSize(11)
                .containsEntry("US", List.of("nws"))
                .containsEntry("AS", List.of("nws"))
                .containsEntry("NO", List.of("met-norway"))
                .containsEntry("DK", List.of("met-norway"));
        assertThat(sources.metNorway()).isEqualTo(provider("https://api.met.no", 30, Map.of(CallWindow.SECOND, 18)));
        assertThat(sources.nws())
                .isEqualTo(
                        provider("https://api.weather.gov", 30, Map.of(CallWindow.MINUTE, 54, CallWindow.HOUR, 1800)));
        assertThat(sources.openMeteo())
                .isEqualTo(new Configuration.OpenMeteo(
                        provider(
                                "https://api.open-meteo.com",
                                15,
                                Map.of(
                                        CallWindow.MINUTE, 540,
                                        CallWindow.HOUR, 4500,
                                        CallWindow.DAY, 9000,
                                        CallWindow.MONTH, 270_000)),
                        10));
        assertThat(sources.openMeteoModels())
                .isEqualTo(new Configuration.OpenMeteoModels(
                        true,
                        List.of(
                                "ecmwf_ifs025",
                                "gfs_seamless",
                                "icon_seamless",
                                "gem_seamless",
                                "meteofrance_seamless",
                                "ukmo_seamless",
                                "jma_seamless"),
                        Duration.ofHours(3),
                        10));
        assertThat(sources.openWeather())
                .isEqualTo(new Configuration.OpenWeather(
                        provider(
                                "https://api.openweathermap.org",
                                15,
                                Map.of(CallWindow.MINUTE, 54, CallWindow.MONTH, 900_000)),
                        Optional.empty(),
                        false));
        assertThat(sources.official())
                .isEqualTo(new Configuration.Official(
                        provider("https://aviationweather.gov", 20, Map.of(CallWindow.MINUTE, 54)), true));
        assertThat(sources.simulated()).isEqualTo(new Configuration.Simulated(false));
    }

    @Test
    void aCertificateNeedsItsKeyAndAKeyItsCertificate() {
        String certificate = "VANE_SERVER_TLS_CERTIFICATE_FILE";
        String key = "VANE_SERVER_TLS_PRIVATE_KEY_FILE";
        assertThat(reader(Map.of(certificate, "/tls/tls.crt", key, "/tls/tls.key"))
                        .read()
                        .server()
                        .tls())
                .contains(new Configuration.Tls(
                        Path.of("/tls/tls.crt"), Path.of("/tls/tls.key"), Duration.ofSeconds(10)));
        assertThatThrownBy(() -> reader(Map.of(certificate, "/tls/tls.crt")).read())
                .hasMessageContaining("server.tls.private-key-file is not set; set both for TLS");
        assertThatThrownBy(() -> reader(Map.of(key, "/tls/tls.key")).read())
                .hasMessageContaining("server.tls.certificate-file is not set; set both for TLS");
        assertThatThrownBy(() ->
                        reader(Map.of("VANE_SERVER_TLS_RELOAD_INTERVAL", "0s")).read())
                .hasMessageContaining("server.tls.reload-interval is '0s'");
    }

    @Test
    void aStationNeedsAPlaceAndASecret() {
        Configuration.Station station = reader(Map.of(
                        "VANE_STATION_PLACE", "47.4,8.5",
                        "VANE_STATION_PASSWORD", "correct-horse",
                        "VANE_STATION_PASSKEY", "0123456789abcdef0123456789ABCDEF"))
                .read()
                .station()
                .orElseThrow();

        assertThat(station.settings().name()).isEqualTo("house");
        assertThat(station.settings().password().orElseThrow().matches("correct-horse"))
                .isTrue();
        assertThat(station.settings().uploadsPerMinute()).isEqualTo(120);
        assertThat(station.toString()).doesNotContain("horse").doesNotContain("abcdef");
        assertThatThrownBy(() -> reader(Map.of("VANE_STATION_PLACE", "2657896")).read())
                .hasMessageContaining("station house has neither a password nor a key");
        assertThatThrownBy(() -> reader(Map.of("VANE_STATION_PLACE", "nowhere", "VANE_STATION_PASSWORD", "horse"))
                        .read())
                .hasMessageContaining("station")
                .hasMessageNotContaining("horse");
        assertThat(reader(Map.of("VANE_STATION_PASSWORD", "correct-horse"))
                        .effective()
                        .toString())
                .doesNotContain("horse");
    }

    private static Configuration.Provider provider(String url, int minutes, Map<CallWindow, Integer> budget) {
        return new Configuration.Provider(true, URI.create(url), Duration.ofMinutes(minutes), budget);
    }

    @Test
    void withOneCallItsOwnBudgetCounts() {
        assertThat(reader(Map.of("VANE_SOURCES_OPENWEATHER_ONE_CALL", "true"))
                        .read()
                        .sources()
                        .openWeather()
                        .provider()
                        .budget())
                .isEqualTo(Map.of(CallWindow.MINUTE, 54, CallWindow.DAY, 900));
    }

    @Test
    void aBudgetMayBeNoneAndAPreferenceEmpty() {
        Configuration.Sources sources = reader(Map.of("VANE_SOURCES_NWS_BUDGET", "none", "VANE_SOURCES_PREFERENCE", ""))
                .read()
                .sources();

        assertThat(sources.nws().budget()).isEmpty();
        assertThat(sources.preference().byCountry()).isEmpty();
    }

    @Test
    void everyKeyIsInTheReadmesTable() throws IOException {
        String readme = Files.readString(Path.of("..", "README.md"));

        assertThat(ConfigurationReader.defaults().keySet())
                .isNotEmpty()
                .allSatisfy(key -> assertThat(readme).contains("`" + key + "`"));
    }

    @Test
    void theEnvironmentOverridesTheFileAndTheFileTheDefaults() throws IOException {
        Path file = file("""
                server:
                  port: 1111
                  host: 127.0.0.1
                """);

        Configuration configuration = reader(Map.of("VANE_CONFIG_FILE", file.toString(), "VANE_SERVER_PORT", "2222"))
                .read();

        assertThat(configuration.server().port()).isEqualTo(2222);
        assertThat(configuration.server().host()).isEqualTo("127.0.0.1");
    }

    @Test
    void keysWithHyphensHaveVariablesWithUnderscores() {
        Configuration configuration = reader(Map.of("VANE_SOURCES_OPEN_METEO_BASE_URL", "http://127.0.0.1:9/x"))
                .read();

        assertThat(configuration.sources().openMeteo().provider().baseUrl())
                .isEqualTo(URI.create("http://127.0.0.1:9/x"));
    }

    @ParameterizedTest
    @CsvSource({
        "VANE_SERVER_PORT, 65536, server.port is '65536'; it must be a whole number from 0 to 65535",
        "VANE_SERVER_PORT, -1, server.port is '-1'; it must be a whole number from 0 to 65535",
        "VANE_SERVER_SHUTDOWN_GRACE, 0s, server.shutdown-grace is '0s'; it must be a time above zero",
        "VANE_REFRESH_FIRST_ANSWER_LIMIT, soon, refresh.first-answer-limit is 'soon'; it must be a time above zero",
        "VANE_DATA_JOURNAL_MODE, off, 'data.journal-mode is ''off''; it must be one of auto, wal, delete'",
        "VANE_SOURCES_ORDER, 'open-meteo,elsewhere', sources.order is 'open-meteo,elsewhere'; it must be some of",
        "VANE_SOURCES_ORDER, 'open-meteo,open-meteo', sources.order is 'open-meteo,open-meteo'; it must be some of",
        "VANE_SOURCES_OPEN_METEO_BASE_URL, ftp://x, sources.open-meteo.base-url is 'ftp://x'; it must be an http",
        "VANE_SOURCES_OPEN_METEO_BASE_URL, http://u:p@x, it must be an http or https URL without user",
        "VANE_SOURCES_OPEN_METEO_FORECAST_DAYS, 17, it must be a whole number from 1 to 16",
        "VANE_SOURCES_NWS_BUDGET, 0/day, 'sources.nws.budget is ''0/day''; it must be none, or limits of calls'",
        "VANE_SOURCES_NWS_BUDGET, '1/day, 2/day', each of second, minute, hour, day, month at most once",
        "VANE_SOURCES_NWS_BUDGET, '1/week', sources.nws.budget is '1/week'",
        "VANE_SOURCES_NWS_BUDGET, '', sources.nws.budget is ''",
        "VANE_SOURCES_PREFERENCE, 'US=elsewhere', 'sources.preference is ''US=elsewhere''; it must be empty, or'",
        "VANE_SOURCES_PREFERENCE, 'us=nws', sources.preference is 'us=nws'",
        "VANE_SOURCES_PREFERENCE, 'US=nws; US=nws', each country once",
        "VANE_SOURCES_PREFERENCE, 'US', sources.preference is 'US'",
        "VANE_SOURCES_OPEN_METEO_MODELS_MODELS, gfs, sources.open-meteo-models.models is 'gfs'; it must be some of ecmwf",
        "VANE_SOURCES_OPEN_METEO_MODELS_MODELS, 'gfs_seamless,gfs_seamless', 'each once, joined by commas'",
        "VANE_REFRESH_JITTER_PERCENT, 51, it must be a whole number from 0 to 50",
        "VANE_WATCH_LIMIT, 0, it must be a whole number from 1 to 1000",
        "VANE_SOURCES_SIMULATED_ENABLED, yes, sources.simulated.enabled is 'yes'; it must be true or false",
        "VANE_LOG_LEVEL, loud, log.level is 'loud'; it must be one of",
        "VANE_SERVER_HOST, '', server.host is ''; it must be a text that is not empty",
        "VANE_SOURCE_ORDER, x, VANE_SOURCE_ORDER in the environment is not a setting that there is",
        "VANE_CONFIG_FILE, /nowhere.yaml, 'VANE_CONFIG_FILE is ''/nowhere.yaml'', where there is no file'",
    })
    void aBadValueIsNamedWithWhatIsAllowed(String variable, String value, String fault) {
        assertThatThrownBy(() -> reader(Map.of(variable, value)).read())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(fault);
    }

    @Test
    void everyFaultIsNamedAtOnce() {
        Map<String, String> environment = Map.of("VANE_SERVER_PORT", "x", "VANE_OPERATIONS_PORT", "y");

        assertThatThrownBy(() -> reader(environment).read())
                .hasMessageContaining("server.port is 'x'")
                .hasMessageContaining("operations.port is 'y'");
    }

    @Test
    void anUnknownKeyInTheFileStopsTheStart() throws IOException {
        Path file = file("server:\n  prot: 1\n");

        assertThatThrownBy(() ->
                        reader(Map.of("VANE_CONFIG_FILE", file.toString())).read())
                .hasMessageContaining("server.prot in the file is not a key that there is");
    }

    @Test
    void aFileThatIsNotYamlStopsTheStart() throws IOException {
        Path file = file("server: [\n");

        assertThatThrownBy(() ->
                        reader(Map.of("VANE_CONFIG_FILE", file.toString())).read())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("cannot be read as YAML");
    }

    @Test
    void whatKubernetesPutsIntoTheEnvironmentOfAServiceNamedVaneIsNoSetting() {
        Map<String, String> environment = Map.of(
                "VANE_SERVICE_HOST", "192.0.2.1",
                "VANE_SERVICE_PORT", "8080",
                "VANE_SERVICE_PORT_HTTP", "8080",
                "VANE_PORT", "tcp://192.0.2.1:8080",
                "VANE_PORT_8080_TCP", "tcp://192.0.2.1:8080",
                "VANE_PORT_8080_TCP_ADDR", "192.0.2.1");

        assertThat(reader(environment).read().server().port()).isEqualTo(8080);
    }

    @Test
    void aTokenIsReadFromAFile() throws IOException {
        Path file = file(TOKEN + "\n");

        Configuration configuration = reader(Map.of("VANE_SOURCES_OPENWEATHER_TOKEN_FILE", file.toString()))
                .read();

        assertThat(configuration.sources().openWeather().token().map(Configuration.Secret::reveal))
                .contains(TOKEN);
    }

    @Test
    void aTokenGivenTwiceStopsTheStartWithoutShowingIt() throws IOException {
        Map<String, String> environment = new HashMap<>();
        environment.put("VANE_SOURCES_OPENWEATHER_TOKEN", TOKEN);
        environment.put("VANE_SOURCES_OPENWEATHER_TOKEN_FILE", file("other").toString());

        assertThatThrownBy(() -> reader(environment).read())
                .hasMessageContaining("sources.openweather.token and sources.openweather.token-file are both set")
                .hasMessageNotContaining(TOKEN);
    }

    @Test
    void aTokenFileThatIsMissingOrEmptyStopsTheStart() throws IOException {
        for (String path :
                List.of("/nowhere/token", file("").toString(), file("a\nb\n").toString())) {
            assertThatThrownBy(() -> reader(Map.of("VANE_SOURCES_OPENWEATHER_TOKEN_FILE", path))
                            .read())
                    .hasMessageContaining("sources.openweather.token-file is '" + path + "'");
        }
    }

    @Test
    void theTokenOfBackupsStaysInItsFile() throws IOException {
        Path file = file("0123456789abcdef0123456789abcdef\n");
        ConfigurationReader reader = reader(Map.of("VANE_OPERATIONS_BACKUP_TOKEN_FILE", file.toString()));

        assertThat(reader.read().operations().backupTokenFile()).contains(file);
        assertThat(reader.effective().toString()).contains(file.toString()).doesNotContain("0123456789abcdef");
    }

    @Test
    void aFileWithoutATokenForBackupsStopsTheStartWithoutShowingIt() throws IOException {
        for (Path file : List.of(
                Path.of("/nowhere/token"), file(""), file(TOKEN), file("a b".repeat(20)), file("a\nb".repeat(20)))) {
            assertThatThrownBy(() -> reader(Map.of("VANE_OPERATIONS_BACKUP_TOKEN_FILE", file.toString()))
                            .read())
                    .hasMessageContaining("operations.backup-token-file is '" + file + "', ")
                    .hasMessageNotContaining(TOKEN);
        }
    }

    @Test
    void aTokenIsNeverShown() {
        ConfigurationReader reader = reader(Map.of("VANE_SOURCES_OPENWEATHER_TOKEN", TOKEN));

        assertThat(reader.read().toString()).doesNotContain(TOKEN);
        assertThat(reader.effective().toString()).doesNotContain(TOKEN);
        assertThat(reader.effective()).containsEntry("sources.openweather.token", "***");
    }

    private static ConfigurationReader reader(Map<String, String> environment) {
        return new ConfigurationReader(environment);
    }

    private Path file(String text) throws IOException {
        Path file = Files.createTempFile(directory, "vane", ".yaml");
        return Files.writeString(file, text);
    }
}
