package io.penstock.app.output;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import java.util.Arrays;

/** A line of comma-separated values that no spreadsheet takes for formulas. */
public final class CsvLine {

    private static final CsvMapper MAPPER = new CsvMapper();
    private static final ObjectWriter WRITER = MAPPER.writer(MAPPER.schemaFor(String[].class).withLineSeparator(""));
    private static final String FORMULA = "=+-@\t\r\n";

    private CsvLine() {
    }

    /** Returns the line of these cells; null is an empty one. */
    public static String of(Object... values) {
        String[] cells = Arrays.stream(values).map(value -> value == null ? "" : harmless(value.toString())).toArray(String[]::new);
        try {
            return WRITER.writeValueAsString(cells);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an array of strings always becomes CSV", e);
        }
    }

    /** Spreadsheets take such cells for formulas, which documents could bring in by their names. */
    private static String harmless(String cell) {
        return !cell.isEmpty() && FORMULA.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
