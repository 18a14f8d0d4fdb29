package io.penstock.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.penstock.ingest.page.Extraction;
import io.penstock.ingest.page.Extraction.Pages;
import io.penstock.ingest.page.Extraction.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * PDFs that broke other programs: each must end as pages or as a refusal. Every fifth by default;
 * {@code -Dpenstock.pdfs.every=1} takes all and {@code -Dpenstock.pdfs.report=true} prints the figures.
 */
class AwkwardPdfsTest {

    @Test
    void everyPdfEndsAsPagesOrAsARefusal() throws IOException, InterruptedException {
        Path folder = Path.of(Optional.ofNullable(System.getenv("PENSTOCK_DATA")).orElse("../../shared/data"), "pdfs");
        assumeTrue(Files.isDirectory(folder), () -> "no PDFs at " + folder + ": set PENSTOCK_DATA");
        List<Path> files;
        try (Stream<Path> listed = Files.list(folder)) {
            files = listed.filter(file -> file.toString().endsWith(".pdf")).sorted().toList();
        }
        int every = Integer.getInteger("penstock.pdfs.every", 5);
        // One of them keeps PDFBox busy for minutes in a single shading: here it is given up soon.
        PageExtractor extractor = new PageExtractor(Scans.settings(500, 100_000_000, Duration.ofSeconds(10)));
        Map<String, Integer> outcomes = new TreeMap<>();
        StringBuilder report = new StringBuilder();
        int handled = 0;
        for (int i = 0; i < files.size(); i += every) {
            long start = System.nanoTime();
            Extraction extraction = extractor.extract(Files.readAllBytes(files.get(i)));
            long millis = (System.nanoTime() - start) / 1_000_000;
            String outcome = extraction instanceof Refused refused ? refused.code().name() : "PAGES";
            outcomes.merge(outcome, 1, Integer::sum);
            handled++;
            report.append(millis).append(" ms ").append(files.get(i).getFileName()).append(' ').append(outcome).append(' ')
                .append(extraction instanceof Refused refused ? refused.message() : describe((Pages) extraction)).append('\n');
        }
        if (Boolean.getBoolean("penstock.pdfs.report")) {
            System.out.println(report.append(outcomes));
        }
        assertThat(outcomes.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(handled);
        assertThat(outcomes).doesNotContainKeys("INTERNAL", "OUT_OF_MEMORY");
    }

    private static String describe(Pages pages) {
        return pages.pages().size() + " pages, first " + pages.pages().get(0).mediaType() + " " + pages.pages().get(0).dpi();
    }
}
