package io.penstock.app.demo;

import io.penstock.app.client.ScanFiles;
import io.penstock.app.client.Submitter;
import io.penstock.segment.form.FormDefinition;
import io.penstock.synth.option.Mishap;
import io.penstock.synth.option.Mishaps;
import io.penstock.synth.option.PenOptions;
import io.penstock.synth.option.SampleOptions;
import io.penstock.synth.option.ScanFormat;
import io.penstock.synth.option.ScanOptions;
import io.penstock.synth.option.Tone;
import io.penstock.synth.sample.SampleGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Drawn scans of which some fields are hard to read: struck out, faint, overwritten, so that there is something to review. */
public final class DoubtfulScans {

    private static final int COUNT = 12;
    private static final long SEED = 7;
    private static final Set<String> FORMS = Set.of("us-zip-card", "us-cheque", "tally");

    private DoubtfulScans() {
    }

    /**
     * Draws the scans into a folder and submits them; does nothing where the folder is there already.
     *
     * @return how many were submitted
     * @throws IOException where the folder can't be written
     */
    public static int submit(Path folder, List<FormDefinition> forms, Submitter submitter) throws IOException {
        List<FormDefinition> chosen = forms.stream().filter(form -> FORMS.contains(form.name())).toList();
        if (Files.exists(folder) || chosen.isEmpty()) {
            return 0;
        }
        SampleGenerator.generate(options(), chosen, folder, (done, total, file) -> { });
        var scans = ScanFiles.among(List.of(folder)).scans();
        scans.forEach(scan -> submitter.submit(scan, Map.of()));
        submitter.flush();
        return scans.size();
    }

    private static SampleOptions options() {
        ScanOptions scan = new ScanOptions(1.5, 0.2, 200, 300, Tone.MIXED, List.of(ScanFormat.PDF, ScanFormat.JPEG, ScanFormat.PNG));
        Mishaps mishaps = new Mishaps(Map.of(Mishap.STRUCK, 0.15, Mishap.OVERWRITTEN, 0.06, Mishap.HAIRS, 0.3));
        return new SampleOptions(COUNT, 1, SEED, new PenOptions(0.45, 0.15, 0.1, 0.15), scan, mishaps);
    }
}
