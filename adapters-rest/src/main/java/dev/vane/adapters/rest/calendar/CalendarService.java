package dev.vane.adapters.rest.calendar;

import dev.vane.adapters.rest.exchange.Answer;
import dev.vane.adapters.rest.exchange.Call;
import dev.vane.adapters.rest.exchange.Exchange;
import dev.vane.adapters.rest.exchange.Parameters;
import dev.vane.adapters.rest.exchange.Representation;
import dev.vane.adapters.rest.snapshot.Snapshot;
import dev.vane.adapters.rest.snapshot.Snapshots;
import dev.vane.adapters.rest.snapshot.WhichPlace;
import dev.vane.adapters.rest.words.Words;
import dev.vane.domain.place.Place;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Serves a place's frost, rain and warnings as a calendar. */
public final class CalendarService implements HttpService {

    private static final String PATH = "/calendar.ics";
    private static final String MEDIA_TYPE = "text/calendar";
    private static final Set<String> PARAMETERS = Stream.concat(
                    WhichPlace.PARAMETERS.stream(), Wish.PARAMETERS.stream())
            .collect(Collectors.toUnmodifiableSet());

    /** How often a calendar program is to look again; the answer's own age says it better, but few listen to that. */
    private static final String REFRESH = "PT1H";

    private final Exchange exchange;
    private final Snapshots snapshots;

    /**
     * Creates it.
     *
     * @param exchange handles the requests
     * @param snapshots reads the weather
     */
    public CalendarService(Exchange exchange, Snapshots snapshots) {
        this.exchange = exchange;
        this.snapshots = snapshots;
    }

    @Override
    public void routing(HttpRules rules) {
        exchange.read(rules, PATH, PATH, this::read);
    }

    private Answer read(Call call) {
        Parameters parameters = call.parameters(PARAMETERS);
        WhichPlace place = WhichPlace.of(parameters);
        Wish wish = Wish.of(parameters, call.language(parameters));
        call.requireAccepts(MEDIA_TYPE);
        Snapshot snapshot = snapshots.read(place.target(), place.parameter(), wish.language());
        return snapshot.document(
                wish,
                "Accept, Accept-Language",
                () -> Representation.of(MEDIA_TYPE + "; charset=utf-8", bytes(snapshot, wish)));
    }

    private static byte[] bytes(Snapshot snapshot, Wish wish) {
        Place place = snapshot.weather().place();
        String name = Words.in(wish.language()).text("weather") + ": " + place.label(wish.language());
        ICalendar calendar = new ICalendar()
                .line("BEGIN", "VCALENDAR")
                .line("VERSION", "2.0")
                .line("PRODID", "-//Vane//Weather//EN")
                .line("CALSCALE", "GREGORIAN")
                .text("NAME", name)
                .text("X-WR-CALNAME", name)
                .text("X-WR-TIMEZONE", place.zone().getId())
                .line("REFRESH-INTERVAL;VALUE=DURATION", REFRESH)
                .line("X-PUBLISHED-TTL", REFRESH);
        List<Event> events = Events.of(snapshot, wish);
        if (events.isEmpty()) {
            nothing(calendar);
        }
        events.forEach(event -> event(event, snapshot, wish, calendar));
        return calendar.line("END", "VCALENDAR").bytes();
    }

    /** A calendar without a component is not one (RFC 5545, 3.6): UTC is one that nobody sees. */
    private static void nothing(ICalendar calendar) {
        calendar.line("BEGIN", "VTIMEZONE")
                .line("TZID", "Etc/UTC")
                .line("BEGIN", "STANDARD")
                .line("DTSTART", "19700101T000000")
                .line("TZOFFSETFROM", "+0000")
                .line("TZOFFSETTO", "+0000")
                .line("END", "STANDARD")
                .line("END", "VTIMEZONE");
    }

    /** An event's stamp is that of the weather, so that the calendar stands as long as the weather does. */
    private static void event(Event event, Snapshot snapshot, Wish wish, ICalendar calendar) {
        Place place = snapshot.weather().place();
        calendar.line("BEGIN", "VEVENT")
                .text("UID", event.uid())
                .time("DTSTAMP", snapshot.weather().lastModified())
                .time("LAST-MODIFIED", snapshot.weather().lastModified())
                .time("DTSTART", event.begin());
        event.end().ifPresent(end -> calendar.time("DTEND", end));
        calendar.text("SUMMARY", event.summary())
                .text("DESCRIPTION", event.description())
                .text("LOCATION", place.label(wish.language()))
                .position("GEO", place.coordinates())
                .text("CATEGORIES", event.kind().key())
                .line("STATUS", event.kind().status())
                .line("TRANSP", "TRANSPARENT")
                .line("END", "VEVENT");
    }
}
