package io.penstock.segment.form;

/**
 * One thing that is wrong with a form definition, and where.
 *
 * @param source  file or record the definition came from
 * @param line    line in the YAML text, from 1; 0 where unknown
 * @param column  column in that line, from 1; 0 where unknown
 * @param message what is wrong and what would be right
 */
public record FormProblem(String source, int line, int column, String message) {

    @Override
    public String toString() {
        return line == 0 ? source + ": " + message : source + ":" + line + ":" + column + ": " + message;
    }
}
