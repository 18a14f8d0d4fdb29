package io.penstock.bench.peer;

import io.penstock.app.config.Settings;
import io.penstock.app.evaluate.Truth;
import io.penstock.app.read.DirectReader;
import io.penstock.app.stage.Stage;
import io.penstock.schema.RecognizedNumber;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code peer}: cut-out fields read by Penstock and by Tesseract, one thread each, one after the other. */
@Command(name = "peer", mixinStandardHelpOptions = true,
    description = "Reads cut-outs of fields with Penstock and with Tesseract (package tesseract-ocr) and prints how many each gets right, "
        + "digit for digit but for leading zeros, and how long it takes. Fields that nobody can read are left out.")
public final class PeerCommand implements Callable<Integer> {

    private static final int WARM_UP = 50;

    @Option(names = "--truth", required = true, paramLabel = "CSV", description = "Truth: file,field,written,value; one field a picture.")
    private Path truth;

    @Option(names = "--as", paramLabel = "KIND", defaultValue = "amount", description = "What each field is; default: ${DEFAULT-VALUE}.")
    private String kind;

    @Option(names = "--max", paramLabel = "N", defaultValue = "2147483647", description = "Only the first N.")
    private int most;

    @Option(names = "--tesseract", paramLabel = "COMMAND", defaultValue = "tesseract", description = "Default: ${DEFAULT-VALUE}.")
    private String command;

    @Option(names = "--psm", paramLabel = "MODE", defaultValue = "8",
        description = "Its page segmentation mode; default: ${DEFAULT-VALUE}.")
    private int segment;

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<Truth> fields = Truth.read(truth).stream().filter(Truth::isReadable).limit(most).toList();
        List<Path> pictures = fields.stream().map(Truth::scan).toList();
        System.out.printf(Locale.ROOT, "%-12s %8s %8s %10s %12s%n", "READER", "FIELDS", "RIGHT", "RIGHT %", "MS A FIELD");
        double ours = penstock(fields, pictures);
        long started = System.nanoTime();
        List<String> theirs = new Tesseract(command, segment).read(pictures);
        double milliseconds = milliseconds(started, fields);
        print("tesseract", fields, theirs, milliseconds);
        System.out.printf(Locale.ROOT, "penstock takes %.2f times as long%n", ours / milliseconds);
        return 0;
    }

    private double penstock(List<Truth> fields, List<Path> pictures) throws IOException, InterruptedException {
        Settings settings = Settings.of(Stage.definitions(), null, Map.of(), Map.of());
        try (DirectReader reader = new DirectReader(settings, List.of())) {
            read(reader, pictures.subList(0, Math.min(WARM_UP, pictures.size())));
            long started = System.nanoTime();
            List<String> read = read(reader, pictures);
            double milliseconds = milliseconds(started, fields);
            print("penstock", fields, read, milliseconds);
            return milliseconds;
        }
    }

    private List<String> read(DirectReader reader, List<Path> pictures) throws IOException, InterruptedException {
        List<String> read = new ArrayList<>();
        for (Path picture : pictures) {
            List<RecognizedNumber> numbers = reader.read(picture, null, kind);
            read.add(numbers.isEmpty() || numbers.get(0).getText() == null ? "" : numbers.get(0).getText());
        }
        return read;
    }

    private static double milliseconds(long started, List<Truth> fields) {
        return (System.nanoTime() - started) / 1e6 / fields.size();
    }

    private static void print(String reader, List<Truth> fields, List<String> read, double milliseconds) {
        long right = 0;
        for (int i = 0; i < read.size(); i++) {
            right += significant(read.get(i)).equals(significant(fields.get(i).digits())) ? 1 : 0;
        }
        System.out.printf(Locale.ROOT, "%-12s %8d %8d %9.1f%% %12.1f%n", reader, fields.size(), right, 100.0 * right / fields.size(),
            milliseconds);
    }

    private static String significant(String digits) {
        return digits.replaceFirst("^0+(?=.)", "");
    }
}
