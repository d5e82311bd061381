package dev.vane.bootstrap.config;

import dev.vane.application.api.KeepRecord;
import dev.vane.application.api.StationSettings;
import dev.vane.application.spi.CallWindow;
import dev.vane.domain.place.PlaceId;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that can be set, checked.
 *
 * @param server the listener of the page and the API
 * @param operations the listener of health, metrics and build information
 * @param data the database
 * @param gazetteer the file of all towns
 * @param httpClient how providers are called
 * @param refresh when providers are called
 * @param watch which places are kept up to date
 * @param record how long the record is kept
 * @param station the house's own station; empty if there is none
 * @param sources which providers there are
 * @param log what is logged
 * @param stream what streams of events may cost
 */
public record Configuration(
        Server server,
        Operations operations,
        Data data,
        Path gazetteer,
        HttpClient httpClient,
        Refresh refresh,
        Watch watch,
        KeepRecord.Retention record,
        Optional<Station> station,
        Sources sources,
        Log log,
        Stream stream) {

    /**
     * The listener of the page and the API.
     *
     * @param host the address to listen on
     * @param port 0 to 65535, 0 for any free one
     * @param shutdownDelay how long to go on serving after readiness is withdrawn
     * @param shutdownGrace how long requests under way may take at a stop
     * @param tls its certificate; empty for plain HTTP
     */
    public record Server(String host, int port, Duration shutdownDelay, Duration shutdownGrace, Optional<Tls> tls) {}

    /**
     * The certificate of the page and the API, in PEM files that may change at any time.
     *
     * @param certificateFile the certificate and its issuers
     * @param privateKeyFile its key
     * @param reloadInterval how often is looked whether they have changed
     */
    public record Tls(Path certificateFile, Path privateKeyFile, Duration reloadInterval) {}

    /**
     * The listener for whoever operates the service.
     *
     * @param host the address to listen on
     * @param port 0 to 65535, 0 for any free one
     * @param backupTokenFile the file with the token that opens the backup to other machines; empty if there is none
     */
    public record Operations(String host, int port, Optional<Path> backupTokenFile) {}

    /**
     * The database.
     *
     * @param directory where it lives
     * @param journalMode how it keeps its journal
     */
    public record Data(Path directory, JournalMode journalMode) {}

    /** How the database keeps its journal. */
    public enum JournalMode {
        /** What fits what the directory lies on. */
        AUTO,
        /** Write-ahead log; refused on a network file system. */
        WAL,
        /** Rollback journal; works everywhere. */
        DELETE
    }

    /**
     * How providers are called.
     *
     * @param contact how a provider reaches whoever runs this; an example until somebody sets it
     * @param connectTimeout the limit for making a connection
     * @param totalTimeout the limit for a whole call
     */
    public record HttpClient(URI contact, Duration connectTimeout, Duration totalTimeout) {

        /** The contact of somebody who has not set one. */
        public static final URI EXAMPLE_CONTACT = URI.create("https://vane.example.net/contact");

        /** Tells whether a provider could reach anyone. */
        public boolean reachable() {
            return !contact.equals(EXAMPLE_CONTACT);
        }
    }

    /**
     * When providers are called.
     *
     * @param firstAnswerLimit how long the first reader of a place waits
     * @param failure what follows from a failure
     * @param placesInMemory how many places are kept in memory besides the watched ones
     * @param background how watched places are refreshed
     */
    public record Refresh(Duration firstAnswerLimit, Failure failure, int placesInMemory, Background background) {}

    /**
     * What follows from a failure of a provider.
     *
     * @param retryAfter how long it is left alone after a failure
     * @param longestRetry the longest time that it is left alone
     * @param failuresToPause after how many on end it is not called for any place
     */
    public record Failure(Duration retryAfter, Duration longestRetry, int failuresToPause) {}

    /**
     * How watched places are refreshed.
     *
     * @param jitterPercent 0 to 50, the share of an interval by which a refresh is put off at most
     * @param restartSpread over which time overdue refreshes are spread after a start
     * @param softLimitPercent 0 to 100, the share of a budget that they may take freely
     */
    public record Background(int jitterPercent, Duration restartSpread, int softLimitPercent) {}

    /**
     * Which places are kept up to date.
     *
     * @param limit how many may be
     */
    public record Watch(int limit) {}

    /**
     * The house's own station.
     *
     * @param place the id of the place where it stands
     * @param settings how it is recognised
     */
    public record Station(PlaceId place, StationSettings settings) {}

    /**
     * Which providers there are.
     *
     * @param preference who comes first
     * @param openMeteo Open-Meteo
     * @param openMeteoModels Open-Meteo's single models
     * @param metNorway MET Norway
     * @param nws the US National Weather Service
     * @param openWeather OpenWeather
     * @param official who says what official stations measured
     * @param simulated the simulation
     */
    public record Sources(
            Preference preference,
            OpenMeteo openMeteo,
            OpenMeteoModels openMeteoModels,
            Provider metNorway,
            Provider nws,
            OpenWeather openWeather,
            Official official,
            Simulated simulated) {}

    /**
     * Who says what official stations measured.
     *
     * @param metar the Aviation Weather Center
     * @param nwsStations whether the stations of the US National Weather Service are asked; where they are and how many calls
     *     may be made is set for it
     */
    public record Official(Provider metar, boolean nwsStations) {}

    /**
     * Whose word counts first.
     *
     * @param order the names of the real sources
     * @param byCountry the names of those that come before, by ISO 3166-1 alpha-2 code
     */
    public record Preference(List<String> order, Map<String, List<String>> byCountry) {}

    /**
     * A provider with nothing of its own to set.
     *
     * @param enabled whether it is used
     * @param baseUrl where its API is
     * @param refreshInterval how long an answer stays fresh
     * @param budget how many calls may be made of it; no limit for a window that is absent
     */
    public record Provider(boolean enabled, URI baseUrl, Duration refreshInterval, Map<CallWindow, Integer> budget) {}

    /**
     * Open-Meteo.
     *
     * @param provider what is set of every provider
     * @param forecastDays 1 to 16
     */
    public record OpenMeteo(Provider provider, int forecastDays) {}

    /**
     * Open-Meteo's single models; where they are and how many calls may be made is set for Open-Meteo.
     *
     * @param enabled whether they are used
     * @param models their names
     * @param refreshInterval how long an answer stays fresh
     * @param forecastDays 1 to 16
     */
    public record OpenMeteoModels(boolean enabled, List<String> models, Duration refreshInterval, int forecastDays) {}

    /**
     * OpenWeather.
     *
     * @param provider what is set of every provider; its budget is that of the API in use
     * @param token the token; empty if there is none
     * @param oneCall whether One Call 3.0 is subscribed to
     */
    public record OpenWeather(Provider provider, Optional<Secret> token, boolean oneCall) {}

    /**
     * The simulation.
     *
     * @param enabled whether it answers where no provider does
     */
    public record Simulated(boolean enabled) {}

    /**
     * What is logged.
     *
     * @param level the least important level that is written
     * @param slowRequest requests that take longer are logged
     */
    public record Log(System.Logger.Level level, Duration slowRequest) {}

    /**
     * What streams of events may cost.
     *
     * @param subscribers how many there may be
     * @param heartbeat after how long without an event a heartbeat is sent
     * @param writeLimit after how long a client that does not read is dropped
     */
    public record Stream(int subscribers, Duration heartbeat, Duration writeLimit) {}

    /** A value that must not be shown. */
    public static final class Secret {
        private final String value;

        /** Wraps a value. */
        public Secret(String value) {
            this.value = value;
        }

        /** The value itself; only for whom it is meant. */
        public String reveal() {
            return value;
        }

        @Override
        public String toString() {
            return "***";
        }
    }
}
