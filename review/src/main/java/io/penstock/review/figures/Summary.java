package io.penstock.review.figures;

import io.penstock.review.figures.Figure.What;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What is told of the counters of all processes.
 *
 * @param accepted   numbers that the machine left to nobody
 * @param review     numbers that it left to a person
 * @param error      share of the quality sample that had been accepted wrongly
 * @param wrong      how many that are
 * @param throughput answers by hour
 * @param people     by name
 * @param forms      by name
 */
public record Summary(long accepted, long review, Proportion error, long wrong, SortedMap<Instant, Long> throughput, List<Person> people,
                      List<Form> forms) {

    /**
     * How one person works.
     *
     * @param seconds   median of how long an answer took, to a tenth of it; empty where nobody said
     * @param agreement share of answers to tasks of several people that held; empty where there were none
     */
    public record Person(String reviewer, long answers, Optional<Double> seconds, Optional<Double> agreement) {
    }

    /** How one form is read. */
    public record Form(String form, long fields, long review) {
    }

    /** Tells of counters by their keys; what another version counted besides is passed over. */
    public static Summary of(Map<String, Long> counters) {
        Map<What, SortedMap<String, Long>> byName = new TreeMap<>();
        SortedMap<Instant, Long> throughput = new TreeMap<>();
        counters.forEach((key, count) -> Figure.parse(key).ifPresent(figure -> {
            byName.computeIfAbsent(figure.what(), what -> new TreeMap<>()).merge(figure.name(), count, Long::sum);
            if (figure.what() == What.ANSWERS) {
                throughput.merge(figure.hour(), count, Long::sum);
            }
        }));
        long wrong = sum(byName, What.MISREAD);
        return new Summary(sum(byName, What.READ), sum(byName, What.ASKED), Proportion.of(wrong, sum(byName, What.SAMPLED)), wrong,
            throughput, people(byName), forms(byName));
    }

    private static long sum(Map<What, SortedMap<String, Long>> byName, What what) {
        return names(byName, what).values().stream().mapToLong(count -> count).sum();
    }

    private static SortedMap<String, Long> names(Map<What, SortedMap<String, Long>> byName, What what) {
        return byName.getOrDefault(what, new TreeMap<>());
    }

    private static List<Person> people(Map<What, SortedMap<String, Long>> byName) {
        List<Person> people = new ArrayList<>();
        names(byName, What.ANSWERS).forEach((name, answers) -> {
            long agreed = names(byName, What.AGREED).getOrDefault(name, 0L);
            long checked = agreed + names(byName, What.DISAGREED).getOrDefault(name, 0L);
            people.add(new Person(name, answers, median(names(byName, What.TOOK), name),
                checked == 0 ? Optional.empty() : Optional.of((double) agreed / checked)));
        });
        return people;
    }

    private static Optional<Double> median(SortedMap<String, Long> took, String name) {
        TreeMap<Integer, Long> steps = new TreeMap<>();
        took.forEach((key, count) -> {
            int bar = key.indexOf('|');
            if (bar > 0 && key.substring(bar + 1).equals(name)) {
                steps.merge(Integer.parseInt(key.substring(0, bar)), count, Long::sum);
            }
        });
        long half = (steps.values().stream().mapToLong(count -> count).sum() + 1) / 2;
        for (Map.Entry<Integer, Long> step : steps.entrySet()) {
            half -= step.getValue();
            if (half <= 0) {
                return Optional.of(Figures.seconds(step.getKey()));
            }
        }
        return Optional.empty();
    }

    private static List<Form> forms(Map<What, SortedMap<String, Long>> byName) {
        SortedSet<String> names = new TreeSet<>(names(byName, What.READ).keySet());
        names.addAll(names(byName, What.ASKED).keySet());
        return names.stream().map(form -> {
            long asked = names(byName, What.ASKED).getOrDefault(form, 0L);
            return new Form(form, names(byName, What.READ).getOrDefault(form, 0L) + asked, asked);
        }).toList();
    }
}
