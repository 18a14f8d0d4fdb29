package io.penstock.train.explore;

import io.penstock.train.data.WriterSplit;
import java.util.HashMap;
import java.util.IntSummaryStatistics;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Who wrote the two parts that MNIST's training digits are divided into.
 *
 * @param trainingWriters   number of writers that train
 * @param trainingDigits    what they have written
 * @param validationWriters number of writers that validate; none of them trains
 * @param validationDigits  what they have written
 * @param fewest            least number of digits by one writer
 * @param most              greatest number of digits by one writer
 */
public record WriterFigures(int trainingWriters, int trainingDigits, int validationWriters, int validationDigits, int fewest, int most) {

    /** Counts a split. */
    static WriterFigures of(WriterSplit split) {
        Map<Integer, Integer> written = new HashMap<>();
        IntStream.of(split.writers()).forEach(writer -> written.merge(writer, 1, Integer::sum));
        int validation = split.validation().stream().mapToInt(written::get).sum();
        IntSummaryStatistics each = written.values().stream().mapToInt(n -> n).summaryStatistics();
        return new WriterFigures(written.size() - split.validation().size(), split.writers().length - validation, split.validation().size(),
            validation, each.getMin(), each.getMax());
    }
}
