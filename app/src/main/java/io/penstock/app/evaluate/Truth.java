package io.penstock.app.evaluate;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.RuntimeJsonMappingException;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What one field of a scan is known to hold.
 *
 * @param scan    file of the scan
 * @param field   name of the field
 * @param written what the boxes hold, in order: digits, X a filler mark, _ an empty box, ? illegible
 * @param value   what the field means: digits, of amounts in some files with a decimal point; empty where nothing can be read
 * @param typed   whether the file tells values of this field with their decimal point: then a reading has to have it in its place
 * @param copy    which of the page's forms the field is of, from 1; 0: not said
 * @param document what stands for the document that it is of, where the scan is only a part of it
 */
public record Truth(Path scan, String field, String written, String value, boolean typed, int copy, String document) {

    private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)?");

    /** Makes the truth of a field of which is not said which form of its page it is of. */
    public Truth(Path scan, String field, String written, String value, boolean typed) {
        this(scan, field, written, value, typed, 0, scan.getFileName().toString());
    }

    /**
     * Reads a file of truth: CSV with the columns {@code file,field,written,value}; files are relative to its folder. The lines of a
     * scan with several pages follow each other page by page. Where a page may hold several forms, the column {@code copy} counts them.
     * Cut-outs of one document have the same in the column {@code document}.
     * A file in which one value of a field has a decimal point tells all values of that field with theirs; a file in which none has,
     * tells digits.
     *
     * @throws IOException where it can't be read or a column is missing
     */
    public static List<Truth> read(Path csv) throws IOException {
        Path folder = csv.toAbsolutePath().normalize().getParent();
        List<Truth> truths = new ArrayList<>();
        try (MappingIterator<Map<String, String>> rows = new CsvMapper().readerForMapOf(String.class)
            .with(CsvSchema.emptySchema().withHeader()).readValues(csv.toFile())) {
            while (rows.hasNext()) {
                Map<String, String> row = rows.next();
                Path scan = folder.resolve(column(row, "file", csv));
                truths.add(new Truth(scan, column(row, "field", csv), column(row, "written", csv), column(row, "value", csv), false,
                    copy(row, csv), row.getOrDefault("document", scan.getFileName().toString())));
            }
        } catch (RuntimeJsonMappingException e) {
            throw new IOException(csv + " is no CSV: " + e.getMessage(), e);
        }
        Set<String> typed = truths.stream().filter(truth -> truth.value().indexOf('.') >= 0).map(Truth::field).collect(Collectors.toSet());
        return truths.stream().map(truth -> truth.withTyped(typed.contains(truth.field()))).toList();
    }

    private Truth withTyped(boolean changed) {
        return new Truth(scan, field, written, value, changed, copy, document);
    }

    private static int copy(Map<String, String> row, Path csv) throws IOException {
        try {
            return row.containsKey("copy") ? Integer.parseInt(column(row, "copy", csv)) : 0;
        } catch (NumberFormatException e) {
            throw new IOException(csv + " has a copy that is no number: " + row.get("copy"), e);
        }
    }

    private static String column(Map<String, String> row, String name, Path csv) throws IOException {
        String value = row.get(name);
        if (value == null) {
            throw new IOException(csv + " has no column " + name + " in each line; it needs file,field,written,value");
        }
        return value.strip();
    }

    /** Returns whether there is anything to read. */
    public boolean isReadable() {
        return !value.isEmpty() && !value.contains("?");
    }

    /** Returns whether a value is this one, its decimal point included. */
    boolean isWorth(String other) {
        boolean numbers = NUMBER.matcher(value).matches() && NUMBER.matcher(other).matches();
        return numbers && new BigDecimal(value).compareTo(new BigDecimal(other)) == 0;
    }

    /** Returns the digits of the value. */
    public String digits() {
        return value.replaceAll("[^0-9]", "");
    }
}
