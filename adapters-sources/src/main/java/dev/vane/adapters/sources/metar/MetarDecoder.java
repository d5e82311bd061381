package dev.vane.adapters.sources.metar;

import dev.vane.adapters.sources.metar.Decoded.Header;
import dev.vane.adapters.sources.metar.Decoded.Missing;
import dev.vane.adapters.sources.metar.Decoded.Refused;
import dev.vane.adapters.sources.metar.Decoded.Report;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Decodes reports of aerodromes by their grammar: WMO-No. 306 (Manual on Codes, volume I.1), FM 15 METAR and FM 16 SPECI, and
 * the Federal Meteorological Handbook No. 1 of the United States.
 *
 * <pre>
 * [METAR | SPECI] [COR] CCCC YYGGggZ [NIL | AUTO | COR | CCx]
 *   wind  visibility  [runway visual range]  [weather]  [clouds]  temperature/dew point  altimeter
 *   [recent weather, wind shear, sea, runways]  [trend: NOSIG | BECMG … | TEMPO …]  [RMK …] [=]
 * </pre>
 *
 * <p>Each group tells by its form what it is, so that one out of its order, or a group more, does no harm. A group that is not
 * understood, or says what cannot be, is skipped and counted. Trends are forecasts and not read. Only a text whose
 * beginning is none of a report is refused as a whole, as is one that is too long or has characters that no report has.
 */
final class MetarDecoder {

    /** Real reports with long remarks have some 500 characters. */
    static final int LONGEST = 2000;

    private static final Pattern STATION = Pattern.compile("[A-Z][A-Z0-9]{3}");
    private static final Pattern CORRECTION = Pattern.compile("COR|CC[A-Z]");
    private static final Pattern MILES = Pattern.compile("[0-9]{1,2}");
    private static final Pattern FRACTION = Pattern.compile("[0-9]{1,2}/[0-9]{1,2}SM");
    private static final Set<String> TRENDS = Set.of("NOSIG", "BECMG", "TEMPO");

    /** Recent weather, wind shear, sea, and runways: known, and of no use here. */
    private static final Pattern SUPPLEMENT = Pattern.compile(
            "AUTO|RE[A-Z/]{2,9}|WS|ALL|RWY|R(?:WY)?[0-9]{2}[LCR]?|W(?:M?[0-9]{2}|//)/(?:S[0-9/]|H[0-9/]{1,3})|[0-9/]{8}"
                    + "|R/SNOCLO|SNOCLO");

    private MetarDecoder() {}

    /**
     * Decodes a text.
     *
     * @param received when it was received, or any time within a fortnight of it: the report itself has no month
     */
    static Decoded decode(String text, Instant received) {
        if (text.length() > LONGEST) {
            return new Refused("it has " + text.length() + " characters, no report more than " + LONGEST);
        }
        if (!text.chars().allMatch(MetarDecoder::ofReports)) {
            return new Refused("it has characters that no report has");
        }
        Deque<String> groups = new ArrayDeque<>(groups(text));
        boolean special = "SPECI".equals(groups.peek());
        if (special || "METAR".equals(groups.peek())) {
            groups.poll();
        }
        boolean corrected = correction(groups);
        Optional<String> station = Optional.ofNullable(groups.poll()).filter(STATION.asMatchPredicate());
        if (station.isEmpty()) {
            return new Refused("it does not begin with the four letters of a station");
        }
        Optional<Instant> time = Optional.ofNullable(groups.poll()).flatMap(group -> ReportTime.of(group, received));
        if (time.isEmpty()) {
            return new Refused("it has no time behind its station");
        }
        corrected |= correction(groups);
        return body(new Header(station.get(), time.get(), special, corrected), groups);
    }

    /** Visible ASCII and white space; control characters of telegrams (SOH, ETX) have no place in an API. */
    private static boolean ofReports(int character) {
        return (character >= ' ' && character <= '~') || character == '\n' || character == '\r' || character == '\t';
    }

    private static List<String> groups(String text) {
        String whole = text.strip().replaceFirst("\\s*=$", "");
        return Arrays.stream(whole.split("\\s+"))
                .filter(group -> !group.isEmpty())
                .toList();
    }

    private static boolean correction(Deque<String> groups) {
        boolean found =
                groups.peek() != null && CORRECTION.matcher(groups.peek()).matches();
        if (found) {
            groups.poll();
        }
        return found;
    }

    private static Decoded body(Header header, Deque<String> groups) {
        if ("NIL".equals(groups.peek())) {
            return new Missing(header);
        }
        MetarDraft draft = new MetarDraft();
        int skipped = 0;
        while (!groups.isEmpty() && !groups.peek().equals("RMK") && !TRENDS.contains(groups.peek())) {
            if (!read(next(groups), draft)) {
                skipped++;
            }
        }
        List<String> rest = new ArrayList<>(groups);
        int remarks = rest.indexOf("RMK");
        List<String> said = remarks < 0 ? List.of() : rest.subList(remarks + 1, rest.size());
        Duration period = new Remarks(said, header, draft).read();
        return new Report(header, draft.conditions(), period, draft.altimeter(), skipped);
    }

    /** The next group; a number of miles and the fraction behind it are one. */
    private static String next(Deque<String> groups) {
        String group = groups.remove();
        boolean fraction = MILES.matcher(group).matches()
                && groups.peek() != null
                && FRACTION.matcher(groups.peek()).matches();
        return fraction ? group + " " + groups.remove() : group;
    }

    private static boolean read(String group, MetarDraft draft) {
        boolean understood = WindGroup.read(group, draft)
                || AirGroup.read(group, draft)
                || WeatherGroup.read(group, draft)
                || SUPPLEMENT.matcher(group).matches();
        boolean clouds = draft.clouds().read(group);
        boolean visibility = !understood && VisibilityGroup.read(group, draft); // CAVOK is both
        return understood || clouds || visibility;
    }
}
