package dev.vane.bootstrap.config;

import dev.vane.adapters.sources.openmeteo.OpenMeteoModel;
import dev.vane.application.api.KeepRecord;
import dev.vane.application.spi.CallWindow;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Reads the configuration: defaults, then a file, then the environment; each overrides what stands before it. */
public final class ConfigurationReader {

    /** The environment variable that names the configuration file. */
    public static final String FILE_VARIABLE = "VANE_CONFIG_FILE";

    private static final Path USUAL_FILE = Path.of("/etc/vane/vane.yaml");
    private static final String PREFIX = "VANE_";
    private static final String MASK = "***";
    private static final List<String> REAL_SOURCES =
            List.of("open-meteo", "met-norway", "nws", "openweather", "open-meteo-models");

    private static final List<String> MODELS =
            Stream.of(OpenMeteoModel.values()).map(OpenMeteoModel::key).toList();

    private final Map<String, String> environment;

    /** A reader that sees the given environment variables. */
    public ConfigurationReader(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /**
     * Reads and checks all settings.
     *
     * @throws ConfigurationException if a key is unknown or a value is missing, malformed or out of range
     */
    public Configuration read() {
        List<String> faults = new ArrayList<>();
        Settings settings = new Settings(merged(faults));
        Configuration configuration = bind(settings);
        faults.addAll(settings.faults());
        if (!faults.isEmpty()) {
            throw new ConfigurationException(faults);
        }
        return configuration;
    }

    /** The settings as they are in force, by key, with secrets masked; for the log. */
    public Map<String, String> effective() {
        Map<String, String> values = merged(new ArrayList<>());
        values.replaceAll((key, value) -> isSecret(key) && !value.isEmpty() ? MASK : value);
        return values;
    }

    /** The environment variable that overrides a key. */
    static String variable(String key) {
        return PREFIX + key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    static Map<String, String> defaults() {
        try (InputStream in = ConfigurationReader.class.getResourceAsStream("defaults.yaml")) {
            return FlatYaml.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the program's own defaults.yaml", e);
        }
    }

    private Map<String, String> merged(List<String> faults) {
        Map<String, String> values = defaults();
        Set<String> known = Set.copyOf(values.keySet());
        fromFile(faults).forEach((key, value) -> put(values, known, key, value, faults));
        fromEnvironment(known, faults).forEach(values::put);
        return values;
    }

    private static void put(
            Map<String, String> values, Set<String> known, String key, String value, List<String> faults) {
        if (known.contains(key)) {
            values.put(key, value);
        } else {
            faults.add(key + " in the file is not a key that there is");
        }
    }

    private Map<String, String> fromFile(List<String> faults) {
        String named = environment.getOrDefault(FILE_VARIABLE, "");
        Path file = named.isEmpty() ? USUAL_FILE : Path.of(named);
        if (!Files.exists(file)) {
            if (!named.isEmpty()) {
                faults.add(FILE_VARIABLE + " is '" + named + "', where there is no file");
            }
            return Map.of();
        }
        try {
            return FlatYaml.read(Files.readString(file));
        } catch (IOException | IllegalArgumentException e) {
            faults.add("the file " + file + " cannot be read as YAML: " + e.getMessage());
            return Map.of();
        }
    }

    private Map<String, String> fromEnvironment(Set<String> known, List<String> faults) {
        Map<String, String> byVariable = new TreeMap<>();
        known.forEach(key -> byVariable.put(variable(key), key));
        Map<String, String> values = new TreeMap<>();
        for (String name : new TreeSet<>(environment.keySet())) {
            if (byVariable.containsKey(name)) {
                values.put(byVariable.get(name), environment.get(name));
            } else if (name.startsWith(PREFIX) && !name.equals(FILE_VARIABLE) && !fromKubernetes(name)) {
                faults.add(name + " in the environment is not a setting that there is");
            }
        }
        return values;
    }

    /** Kubernetes tells every container of a Service named vane: VANE_SERVICE_HOST, VANE_PORT, VANE_PORT_8080_TCP…. */
    private static boolean fromKubernetes(String name) {
        return name.matches(
                "VANE(_[A-Z0-9]+)*_(SERVICE_(HOST|PORT)(_[A-Z0-9_]+)?|PORT_[0-9]+_(TCP|UDP)(_[A-Z]+)?)|VANE_PORT");
    }

    private static boolean isSecret(String key) {
        return key.endsWith(".token") || key.endsWith(".password") || key.endsWith(".passkey");
    }

    private static Configuration bind(Settings settings) {
        return new Configuration(
                new Configuration.Server(
                        settings.text("server.host"),
                        settings.port("server.port"),
                        settings.timeOrZero("server.shutdown-delay"),
                        settings.time("server.shutdown-grace"),
                        settings.tls()),
                new Configuration.Operations(
                        settings.text("operations.host"),
                        settings.port("operations.port"),
                        settings.bearerTokenFile("operations.backup-token-file")),
                new Configuration.Data(
                        settings.path("data.directory"),
                        settings.oneOf("data.journal-mode", Configuration.JournalMode.class)),
                settings.path("gazetteer.file"),
                new Configuration.HttpClient(
                        settings.httpUrl("http-client.contact"),
                        settings.time("http-client.connect-timeout"),
                        settings.time("http-client.total-timeout")),
                bindRefresh(settings),
                new Configuration.Watch(settings.number("watch.limit", 1, 1000)),
                new KeepRecord.Retention(
                        settings.time("record.keep-runs"),
                        settings.time("record.keep-observations"),
                        (long) settings.number("record.largest-mebibytes", 64, 1_000_000) << 20),
                settings.station(),
                bindSources(settings),
                new Configuration.Log(
                        settings.oneOf("log.level", System.Logger.Level.class), settings.time("log.slow-request")),
                new Configuration.Stream(
                        settings.number("stream.subscribers", 1, 10_000),
                        settings.time("stream.heartbeat"),
                        settings.time("stream.write-limit")));
    }

    private static Configuration.Refresh bindRefresh(Settings settings) {
        return new Configuration.Refresh(
                settings.time("refresh.first-answer-limit"),
                new Configuration.Failure(
                        settings.time("refresh.retry-after-failure"),
                        settings.time("refresh.longest-retry"),
                        settings.number("refresh.failures-to-pause", 1, 1000)),
                settings.number("refresh.places-in-memory", 1, 1_000_000),
                new Configuration.Background(
                        settings.number("refresh.jitter-percent", 0, 50),
                        settings.time("refresh.restart-spread"),
                        settings.number("refresh.soft-limit-percent", 0, 100)));
    }

    private static Configuration.Sources bindSources(Settings settings) {
        return new Configuration.Sources(
                new Configuration.Preference(
                        settings.names("sources.order", REAL_SOURCES),
                        settings.namesByCountry("sources.preference", REAL_SOURCES)),
                new Configuration.OpenMeteo(
                        bindProvider(settings, "sources.open-meteo"),
                        settings.number("sources.open-meteo.forecast-days", 1, 16)),
                new Configuration.OpenMeteoModels(
                        settings.flag("sources.open-meteo-models.enabled"),
                        settings.names("sources.open-meteo-models.models", MODELS),
                        settings.time("sources.open-meteo-models.refresh-interval"),
                        settings.number("sources.open-meteo-models.forecast-days", 1, 16)),
                bindProvider(settings, "sources.met-norway"),
                bindProvider(settings, "sources.nws"),
                bindOpenWeather(settings),
                new Configuration.Official(
                        bindProvider(settings, "sources.metar"), settings.flag("sources.nws-stations.enabled")),
                new Configuration.Simulated(settings.flag("sources.simulated.enabled")));
    }

    private static Configuration.OpenWeather bindOpenWeather(Settings settings) {
        boolean oneCall = settings.flag("sources.openweather.one-call");
        Map<CallWindow, Integer> subscribed = settings.budget("sources.openweather.one-call-budget");
        Configuration.Provider free = bindProvider(settings, "sources.openweather");
        Configuration.Provider inUse = new Configuration.Provider(
                free.enabled(), free.baseUrl(), free.refreshInterval(), oneCall ? subscribed : free.budget());
        return new Configuration.OpenWeather(
                inUse, settings.secret("sources.openweather.token", "sources.openweather.token-file"), oneCall);
    }

    private static Configuration.Provider bindProvider(Settings settings, String key) {
        return new Configuration.Provider(
                settings.flag(key + ".enabled"),
                settings.httpUrl(key + ".base-url"),
                settings.time(key + ".refresh-interval"),
                settings.budget(key + ".budget"));
    }
}
