package io.penstock.app.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * Bad inputs made of good ones for a while: first what was found before (the corpus), then new ones from a seed of their own.
 *
 * <p>{@code -Dfuzz.seconds} says for how long, {@code -Dfuzz.seed} from where. What is tried at the moment lies in
 * {@code target/fuzz/NAME.bin}: where a native library takes the process with it, that file is the finding.
 */
final class Fuzz {

    private static final Path CORPUS = Path.of("src", "test", "resources", "fuzz");
    private static final Path TRIED = Path.of("target", "fuzz");
    private static final Duration SLOW = Duration.ofSeconds(10);

    private final String name;
    private final List<byte[]> seeds;
    private final Mutation mutation;

    Fuzz(String name, List<byte[]> seeds, Mutation mutation) {
        this.name = name;
        this.seeds = seeds;
        this.mutation = mutation;
    }

    /** What is tried with each input; throws where it does not do what it promises. */
    @FunctionalInterface
    interface Trial {

        /** Returns whether the input was good. */
        boolean accepts(byte[] input) throws Exception;
    }

    void run(Trial trial) throws Exception {
        Files.createDirectories(TRIED);
        for (byte[] found : corpus()) {
            attempt(found, trial);
        }
        for (byte[] seed : seeds) {
            assertThat(trial.accepts(seed)).as("the seeds are good").isTrue();
        }
        long seed = Long.getLong("fuzz.seed", System.nanoTime());
        SplittableRandom random = new SplittableRandom(seed);
        long deadline = System.nanoTime() + Duration.ofSeconds(Long.getLong("fuzz.seconds", 20)).toNanos();
        int tried = 0;
        int good = 0;
        while (System.nanoTime() < deadline) {
            byte[] input = mutation.apply(seeds.get(random.nextInt(seeds.size())), random);
            good += attempt(input, trial) ? 1 : 0;
            tried++;
        }
        System.out.println("Fuzz: " + name + ": " + tried + " inputs, " + good + " of them good, seed " + seed);
        assertThat(tried).isPositive();
    }

    private boolean attempt(byte[] input, Trial trial) throws Exception {
        Path file = Files.write(TRIED.resolve(name + ".bin"), input);
        long begin = System.nanoTime();
        boolean good;
        try {
            good = trial.accepts(input);
        } catch (Exception | Error e) { // whatever it is, it is a finding
            throw new AssertionError("a finding: keep " + file + " in " + CORPUS.resolve(name), e);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).as("a finding: keep %s in %s", file, CORPUS.resolve(name)).isLessThan(SLOW);
        return good;
    }

    private List<byte[]> corpus() throws IOException {
        Path folder = CORPUS.resolve(name);
        List<byte[]> found = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.sorted().toList()) {
                    found.add(Files.readAllBytes(file));
                }
            }
        }
        return found;
    }
}
