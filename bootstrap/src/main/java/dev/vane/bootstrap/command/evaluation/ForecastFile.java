package dev.vane.bootstrap.command.evaluation;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;

/**
 * Forecasts and observations in a file of comma-separated values (RFC 4180, UTF-8, one row a line). A row that cannot be
 * used is named with its line and what is wrong with it, and stops nothing.
 *
 * @param sources the names of the sources in the order of the header
 * @param rows the rows that can be used, in the order of the file
 * @param faults what is wrong with the others, in the order of the file
 */
record ForecastFile(List<String> sources, List<ForecastRow> rows, List<Fault> faults) {

    /** The columns before those of the sources. */
    static final List<String> COLUMNS = List.of(
            "place", "latitude", "longitude", "elevation", "validTime", "leadHours", "variable", "unit", "observation");

    private static final int LONGEST_LINE = 65_536;
    private static final int MOST_SOURCES = 200;

    /** Copies the lists. */
    ForecastFile {
        sources = List.copyOf(sources);
        rows = List.copyOf(rows);
        faults = List.copyOf(faults);
    }

    /**
     * What is wrong with a line.
     *
     * @param line its number, from 1
     * @param what what is wrong
     */
    record Fault(long line, String what) {}

    /** The file is not one of forecasts at all. */
    static final class UnusableFileException extends RuntimeException {
        private static final long serialVersionUID = 1;

        UnusableFileException(String what) {
            super(what);
        }
    }

    /**
     * Reads a file.
     *
     * @param read is told how many bytes were read so far, now and then
     * @throws UnusableFileException if its header is not that of forecasts
     */
    static ForecastFile read(InputStream bytes, LongConsumer read) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8));
        List<String> sources = header(lines.readLine());
        List<ForecastRow> rows = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        Set<ForecastRow.Key> known = new HashSet<>();
        RowReader reader = new RowReader(sources.size());
        long size = 0;
        long number = 1;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            size += line.length() + 1L;
            if (!line.isBlank()) {
                try {
                    ForecastRow row = reader.read(number, fields(line));
                    if (!known.add(row.key())) {
                        throw new RowReader.BadRowException(
                                "the place, time, lead time and variable of an earlier row");
                    }
                    rows.add(row);
                } catch (RowReader.BadRowException e) {
                    faults.add(new Fault(number, e.getMessage()));
                }
            }
            if (number % 1000 == 0) {
                read.accept(size);
            }
        }
        return new ForecastFile(sources, rows, faults);
    }

    private static List<String> fields(String line) {
        if (line.length() > LONGEST_LINE) {
            throw new RowReader.BadRowException("longer than " + LONGEST_LINE + " characters");
        }
        try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(line)) {
            return csv.stream().findFirst().map(CsvRecord::getFields).orElse(List.of());
        } catch (CsvParseException | IOException e) {
            throw new RowReader.BadRowException("not comma-separated values: " + e.getMessage());
        }
    }

    private static List<String> header(String line) {
        if (line == null) {
            throw new UnusableFileException("the file is empty");
        }
        List<String> columns = fields(line.startsWith("\uFEFF") ? line.substring(1) : line);
        if (columns.size() <= COLUMNS.size()
                || !columns.subList(0, COLUMNS.size()).equals(COLUMNS)) {
            throw new UnusableFileException("line 1: the header is not " + String.join(",", COLUMNS) + ",<source>…");
        }
        List<String> sources = columns.subList(COLUMNS.size(), columns.size());
        if (sources.size() > MOST_SOURCES) {
            throw new UnusableFileException("line 1: more than " + MOST_SOURCES + " sources");
        }
        for (String source : sources) {
            if (source.isBlank() || source.length() > 40 || source.chars().anyMatch(Character::isISOControl)) {
                throw new UnusableFileException("line 1: a source without a name of 1 to 40 characters");
            }
        }
        if (Set.copyOf(sources).size() < sources.size()) {
            throw new UnusableFileException("line 1: two sources of the same name");
        }
        return sources;
    }
}
