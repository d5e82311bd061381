package dev.vane.adapters.sources.nws;

import dev.vane.adapters.sources.json.JsonFault;
import dev.vane.adapters.sources.json.JsonObject;
import java.util.regex.Pattern;

/**
 * A cell of the forecast grid of an office.
 *
 * @param office the office's three or four capitals
 * @param x the column, from 0 to 9999
 * @param y the row, from 0 to 9999
 */
record GridCell(String office, long x, long y) {

    private static final Pattern OFFICE = Pattern.compile("[A-Z]{3,4}");
    private static final long GREATEST = 9999;

    /** Checks the form, because paths of calls are made of it. */
    GridCell {
        if (!OFFICE.matcher(office).matches()) {
            throw new IllegalArgumentException("office is not three or four capitals");
        }
        if (x < 0 || x > GREATEST || y < 0 || y > GREATEST) {
            throw new IllegalArgumentException("cell is " + x + "," + y + ", not between 0 and " + GREATEST);
        }
    }

    /** Reads an answer of {@code /points/…}. */
    static GridCell decode(JsonObject root) {
        JsonObject properties = root.requiredObject("properties");
        String office = properties.requiredText("gridId");
        if (!OFFICE.matcher(office).matches()) {
            throw new JsonFault(properties.path("gridId") + " is a string that is not three or four capitals");
        }
        return new GridCell(office, number(properties, "gridX"), number(properties, "gridY"));
    }

    private static long number(JsonObject properties, String name) {
        long number = properties.requiredInteger(name);
        if (number < 0 || number > GREATEST) {
            throw new JsonFault(properties.path(name) + " is " + number + ", not between 0 and " + GREATEST);
        }
        return number;
    }

    /** Where its forecasts are. */
    String path() {
        return "/gridpoints/" + office + "/" + x + "," + y;
    }
}
