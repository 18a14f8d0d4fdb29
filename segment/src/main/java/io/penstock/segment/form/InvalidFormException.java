package io.penstock.segment.form;

import java.util.List;
import java.util.stream.Collectors;

/** Thrown for a form definition that cannot be used; lists everything that is wrong with it. */
public final class InvalidFormException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<FormProblem> problems;

    InvalidFormException(List<FormProblem> problems) {
        super(problems.stream().map(FormProblem::toString).collect(Collectors.joining(System.lineSeparator())));
        this.problems = List.copyOf(problems);
    }

    /** Returns what is wrong, in the order of the text. */
    public List<FormProblem> problems() {
        return problems;
    }
}
