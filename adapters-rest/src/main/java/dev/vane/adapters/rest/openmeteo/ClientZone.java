package dev.vane.adapters.rest.openmeteo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The zone in which a client reads times. As with Open-Meteo one offset holds for the whole answer, the one of now: a day
 * on which clocks are changed has 24 hours like any other, so that a client can take {@code utc_offset_seconds} off any time.
 *
 * @param id its name
 * @param abbreviation its short name now
 * @param offset its offset now
 */
record ClientZone(String id, String abbreviation, ZoneOffset offset) {

    /** What a client gets that asks for no zone. */
    static final ZoneId DEFAULT = ZoneId.of("GMT");

    private static final int HOUR = 3600;
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("zzz", Locale.ENGLISH);
    private static final List<String> UNIVERSAL = List.of("GMT", "UTC", "Etc/UTC", "Etc/GMT", "Z", "Zulu", "UCT");

    /** A zone at a time. */
    static ClientZone of(ZoneId zone, Instant now) {
        if (UNIVERSAL.contains(zone.getId())) {
            return new ClientZone("GMT", "GMT", ZoneOffset.UTC);
        }
        return new ClientZone(
                zone.getId(), SHORT.format(now.atZone(zone)), zone.getRules().getOffset(now));
    }

    /**
     * The zone of a name, empty for that of the place.
     *
     * @param name of the IANA's database, or {@code auto}
     */
    static Optional<ZoneId> parse(String name) {
        if (name.equals("auto")) {
            return Optional.empty();
        }
        if (!ZoneId.getAvailableZoneIds().contains(name)) {
            throw OpenMeteoErrors.refused("Invalid timezone");
        }
        return Optional.of(ZoneId.of(name));
    }

    /** The date in this zone. */
    LocalDate date(Instant time) {
        return LocalDate.ofInstant(time, offset);
    }

    /** When a date begins in this zone. */
    Instant midnight(LocalDate date) {
        return Instant.ofEpochSecond(date.toEpochSecond(LocalTime.MIDNIGHT, offset));
    }

    /**
     * The full hour of this zone whose values are those of a full hour of UTC: the same, where the offset is of full hours.
     *
     * @param hour a full hour of UTC
     */
    Instant local(Instant hour) {
        int ahead = Math.floorMod(-offset.getTotalSeconds(), HOUR);
        return hour.plusSeconds(ahead > HOUR / 2 ? ahead - HOUR : ahead);
    }

    /** The full hour of UTC nearest to a time, the earlier of two. */
    static Instant universal(Instant time) {
        return Instant.ofEpochSecond(Math.floorDiv(time.getEpochSecond() + HOUR / 2 - 1, HOUR) * HOUR);
    }
}
