package dev.vane.adapters.sqlite.archive;

import java.util.BitSet;

/** Reads the numbers of a packed forecast, whatever its version, and trusts none of them. */
interface NumberInput {

    /** Greater than any code. */
    int MAX_CODE = 1000;

    /** Reads a number without a sign; one that is too great comes out negative. */
    long unsigned() throws DamagedForecastException;

    /** Reads a column of a known length. */
    long[] column(int length) throws DamagedForecastException;

    /** Reads which rows know the values of a column. */
    BitSet presence(int rows) throws DamagedForecastException;

    /** Reads the code of the next column, after that of another; 0 if there is none. */
    int codeAfter(int before) throws DamagedForecastException;

    /** Checks that everything was read. */
    void requireEnd() throws DamagedForecastException;

    /**
     * Reads how many of something there are.
     *
     * @param most how many there can be
     */
    default int count(String what, int most) throws DamagedForecastException {
        long count = unsigned();
        if (count < 0 || count > most) {
            throw new DamagedForecastException(
                    "it has " + Long.toUnsignedString(count) + " " + what + ", more than " + most);
        }
        return (int) count;
    }
}
