package dev.vane.adapters.sqlite.archive;

import java.util.BitSet;

/**
 * Which rows know a value: 0 if all do; else 1, and the lengths of the stretches with and without one in turn, of which the
 * first, with, may be empty.
 */
final class Presence {

    private Presence() {}

    static void write(ModelledOutput out, BitSet known, int rows) {
        boolean all = known.cardinality() == rows;
        out.number(all ? 0 : 1);
        boolean with = true;
        for (int row = all ? rows : 0; row < rows; with = !with) {
            int end = with ? known.nextClearBit(row) : known.nextSetBit(row);
            end = end < 0 ? rows : Math.min(end, rows);
            out.number(end - row);
            row = end;
        }
    }

    static BitSet read(NumberInput in, int rows) throws DamagedForecastException {
        if (in.count("kinds of presence", 1) == 0) {
            BitSet all = new BitSet(rows);
            all.set(0, rows);
            return all;
        }
        return readStretches(in, rows);
    }

    /** Reads the lengths of the stretches alone. */
    static BitSet readStretches(NumberInput in, int rows) throws DamagedForecastException {
        BitSet known = new BitSet(rows);
        boolean with = true;
        boolean first = true;
        for (int row = 0; row < rows; with = !with) {
            int stretch = in.count("rows in a stretch", rows - row);
            if (stretch == 0 && !first) {
                throw new DamagedForecastException("a stretch of rows is empty");
            }
            known.set(row, row + stretch, with);
            row += stretch;
            first = false;
        }
        return known;
    }
}
