package io.penstock.app.corrections;

import io.penstock.app.client.KafkaClients;
import io.penstock.app.client.TopicReader;
import io.penstock.app.output.CsvLine;
import io.penstock.schema.Box;
import io.penstock.schema.Page;
import io.penstock.schema.RecognizedNumber;
import io.penstock.schema.SegmentedPage;
import io.penstock.schema.topic.TopicCatalogue;
import io.penstock.synth.digit.DigitSet;
import io.penstock.train.data.IdxFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Writes what people read as a labelled set: for each kind a folder with cut-outs and {@code truth.csv}, and the digits among them as a
 * pair of IDX files in {@code digits/corrections}, where {@code train} looks for them. Where asked for, whole pages too: only with them
 * forms are found and boxes told from writing, as when they were read.
 *
 * <p>Pictures are cut from the topic of pages, glyphs come from the topic of glyphs: what those keep no more is counted and left out.
 */
public final class CorrectionExport {

    private static final String PAGES = "pages";

    private final KafkaClients clients;
    private final TopicCatalogue topics;
    private final LeaveOut leaveOut;
    private final boolean pages;
    private final Path out;
    private final Labels labels;
    private final Map<Place, List<RecognizedNumber>> wanted = new HashMap<>();
    private final Map<String, List<Label>> written = new TreeMap<>();
    private final List<Label> onPages = new ArrayList<>();
    private int held;
    private int unlabelled;

    private CorrectionExport(KafkaClients clients, TopicCatalogue topics, LeaveOut leaveOut, boolean pages, Path out) {
        this.clients = clients;
        this.topics = topics;
        this.leaveOut = leaveOut;
        this.pages = pages;
        this.out = out;
        labels = Labels.read(clients, topics, leaveOut);
    }

    /**
     * What was written and what was not.
     *
     * @param byKind     cut-outs of each kind
     * @param digits     glyphs with their digits
     * @param held       numbers of fields that must not leave
     * @param gone       numbers whose page is not kept any more
     * @param unlabelled answers that are no certain label of a picture, such as an amount that is none
     */
    public record Report(Map<String, Integer> byKind, int digits, int held, int gone, int unlabelled) { }

    /** Writes all into a folder that is not there or empty; {@code pages}: whole pages too, with what must not leave painted over. */
    public static Report write(KafkaClients clients, TopicCatalogue topics, LeaveOut leaveOut, boolean pages, Path out) throws IOException {
        return new CorrectionExport(clients, topics, leaveOut, pages, out).write();
    }

    private Report write() throws IOException {
        labels.numbers().forEach(this::want);
        int all = wanted.values().stream().mapToInt(List::size).sum();
        cut();
        for (Map.Entry<String, List<Label>> kind : written.entrySet()) {
            truth(out.resolve(kind.getKey()), kind.getValue());
        }
        if (!onPages.isEmpty()) {
            truth(out.resolve(PAGES), onPages);
        }
        Map<String, Integer> byKind = new TreeMap<>();
        written.forEach((kind, lines) -> byKind.put(kind, lines.size()));
        int cut = byKind.values().stream().mapToInt(Integer::intValue).sum();
        return new Report(byKind, digits(), held, all - cut, unlabelled);
    }

    private void want(RecognizedNumber number) {
        if (leaveOut.covers(number)) {
            held++;
        } else if (Label.of(number).isEmpty()) {
            unlabelled++;
        } else {
            wanted.computeIfAbsent(Place.of(number), none -> new ArrayList<>()).add(number);
        }
    }

    private void cut() {
        Set<Place> done = new HashSet<>();
        try (TopicReader reader = new TopicReader(clients.consumer(), List.of(topics.pages()))) {
            reader.forEach(record -> {
                Page page = TopicReader.value(topics.pages(), record);
                Place place = page == null ? null : Place.of(page);
                if (page != null && wanted.containsKey(place) && done.add(place)) {
                    cut(page, wanted.get(place));
                }
            });
        }
    }

    private void cut(Page page, List<RecognizedNumber> numbers) {
        try {
            Optional<CutOut> scan = CutOut.of(page);
            for (RecognizedNumber number : numbers) {
                Optional<byte[]> png = scan.isEmpty() ? Optional.empty() : scan.get().png(number.getBox());
                if (png.isPresent()) {
                    Label label = Label.of(number).orElseThrow();
                    Files.createDirectories(out.resolve(label.kind()).resolve(Label.CUT_OUTS));
                    Files.write(out.resolve(label.kind()).resolve(label.file()), png.get());
                    written.computeIfAbsent(label.kind(), none -> new ArrayList<>()).add(label);
                }
            }
            Optional<List<Box>> covered = labels.covered(Place.of(page));
            if (pages && scan.isPresent() && covered.isPresent()) {
                write(page, scan.get().png(covered.get()), numbers);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(Page page, byte[] png, List<RecognizedNumber> numbers) throws IOException {
        String name = Label.digest(Place.of(page).toString());
        Files.write(Files.createDirectories(out.resolve(PAGES).resolve("scans")).resolve(name + ".png"), png);
        numbers.stream().sorted(Comparator.comparing(RecognizedNumber::getIndex))
            .forEach(number -> onPages.add(Label.of(number).orElseThrow().in("scans/" + name + ".png")));
    }

    private static void truth(Path folder, List<Label> lines) throws IOException {
        List<String> csv = new ArrayList<>(List.of(CsvLine.of("file", "field", "written", "value", "copy", "document")));
        lines.stream().sorted(Comparator.comparing(Label::file)).forEach(label -> csv.add(CsvLine.of(label.file(), label.field(),
            label.written(), label.value(), label.copy(), label.document())));
        Files.write(folder.resolve("truth.csv"), csv, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
    }

    private int digits() throws IOException {
        GlyphLabels glyphs = new GlyphLabels(labels);
        Set<Place> done = new HashSet<>();
        try (TopicReader reader = new TopicReader(clients.consumer(), List.of(topics.glyphs()))) {
            reader.forEach(record -> {
                SegmentedPage page = TopicReader.value(topics.glyphs(), record);
                Place place = page == null ? null : Place.of(page);
                if (page != null && wanted.containsKey(place) && done.add(place)) {
                    wanted.get(place).forEach(number -> glyphs.add(number, page));
                }
            });
        }
        DigitSet digits = glyphs.digits();
        if (digits.size() > 0) {
            Path folder = Files.createDirectories(out.resolve("digits").resolve("corrections"));
            IdxFile.write(digits, folder.resolve("images-idx3-ubyte"), folder.resolve("labels-idx1-ubyte"));
        }
        return digits.size();
    }
}
