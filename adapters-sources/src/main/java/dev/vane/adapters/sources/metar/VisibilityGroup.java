package dev.vane.adapters.sources.metar;

import dev.vane.domain.units.Unit;
import dev.vane.domain.weather.Variable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the prevailing visibility: four digits of metres, where 9999 and {@code CAVOK} are 10 km or more, or statute miles with
 * fractions. {@code P6SM} (more than) and {@code M1/4SM} (less than) are taken as the bound. The least visibility, with
 * its direction, and runway visual ranges are understood and left.
 */
final class VisibilityGroup {

    private static final Pattern METRES = Pattern.compile("(?<metres>[0-9]{4})(?:NDV)?");
    private static final Pattern MILES = Pattern.compile(
            "[PM]?(?:(?<whole>[0-9]{1,3})|(?:(?<more>[0-9]{1,2}) )?(?<part>[0-9]{1,2})/(?<of>[0-9]{1,2}))SM");
    private static final Pattern LEFT =
            Pattern.compile("[0-9]{4}(?:N|NE|E|SE|S|SW|W|NW)|////(?:SM)?|R[0-9]{2}[LCR]{0,2}/.+");

    private static final int ALL = 9999;
    private static final double TEN_KILOMETRES = 10_000;

    private VisibilityGroup() {}

    /** Takes a group; a whole number of miles and a fraction come as one, with a blank between. */
    static boolean read(String group, MetarDraft draft) {
        if (group.equals("CAVOK")) {
            return draft.set(Variable.VISIBILITY, TEN_KILOMETRES, Unit.METRE);
        }
        Matcher metres = METRES.matcher(group);
        if (metres.matches()) {
            int value = Integer.parseInt(metres.group("metres"));
            return draft.set(Variable.VISIBILITY, value == ALL ? TEN_KILOMETRES : value, Unit.METRE);
        }
        Matcher miles = MILES.matcher(group);
        return miles.matches() ? miles(miles, draft) : LEFT.matcher(group).matches();
    }

    private static boolean miles(Matcher miles, MetarDraft draft) {
        if (miles.group("whole") != null) {
            return draft.set(Variable.VISIBILITY, number(miles, "whole"), Unit.MILE);
        }
        double of = number(miles, "of");
        double whole = miles.group("more") == null ? 0 : number(miles, "more");
        return of > 0 && draft.set(Variable.VISIBILITY, whole + number(miles, "part") / of, Unit.MILE);
    }

    private static double number(Matcher miles, String group) {
        return Double.parseDouble(miles.group(group));
    }
}
