package io.penstock.app.command.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.penstock.app.command.PenstockCommand;
import io.penstock.segment.form.Comb;
import io.penstock.segment.form.FormDefinition;
import io.penstock.segment.form.FormParser;
import io.penstock.segment.form.InvalidFormException;
import io.penstock.segment.form.Place;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Proposals from the filled samples that ship, beside the definitions that they were printed from. */
class FormsInitTest {

    private static final Path HOME = Path.of("..");

    @TempDir
    private Path folder;

    private FormDefinition proposed(String... scans) throws IOException, InvalidFormException {
        Path out = folder.resolve("proposed.yaml");
        List<String> arguments = new ArrayList<>(List.of("forms", "init", "--name", "proposed", "--out", out.toString()));
        Arrays.stream(scans).map(scan -> HOME.resolve("samples").resolve(scan).toString()).forEach(arguments::add);
        assertThat(PenstockCommand.run(arguments.toArray(String[]::new))).isZero();
        return new FormParser().parse("proposed", Files.readString(out));
    }

    private static List<Comb> combs(FormDefinition form) {
        return form.fields().stream().map(field -> field.place()).filter(Place.Boxes.class::isInstance).map(Place.Boxes.class::cast)
            .flatMap(boxes -> boxes.combs().stream()).toList();
    }

    @ParameterizedTest
    @CsvSource({"tally, tally-0003.pdf tally-0006.pdf", "us-zip-card, us-zip-card-0001.pdf", "us-zip-card, us-zip-card-0007.png"})
    void everyCombIsProposedWhereItIs(String name, String scans) throws IOException, InvalidFormException {
        FormDefinition printed = new FormParser().parse(name, Files.readString(HOME.resolve("forms").resolve(name + ".yaml")));
        FormDefinition proposed = proposed(scans.split(" "));
        List<Comb> expected = combs(printed);
        List<Comb> found = combs(proposed);
        assertThat(found).extracting(Comb::boxes).containsExactlyElementsOf(expected.stream().map(Comb::boxes).toList());
        for (int i = 0; i < found.size(); i++) {
            // the sheet lies anywhere on the glass: what counts is how the combs lie to each other
            assertThat(found.get(i).area().x() - found.get(0).area().x())
                .isCloseTo(expected.get(i).area().x() - expected.get(0).area().x(), within(1.0));
            assertThat(found.get(i).area().y() - found.get(0).area().y())
                .isCloseTo(expected.get(i).area().y() - expected.get(0).area().y(), within(1.5));
            assertThat(found.get(i).area().width()).isCloseTo(expected.get(i).area().width(), within(0.5));
        }
        assertThat(proposed.fiducials()).hasSameSizeAs(printed.fiducials());
        assertThat(proposed.fields().get(0).name()).isEqualTo("field-1");
    }

    @Test
    void aScanWithoutAnyBoxIsSaidToHaveNone() throws IOException {
        Path blank = folder.resolve("blank.png");
        ImageIO.write(white(), "png", blank.toFile());
        StringWriter err = new StringWriter();
        int exit = PenstockCommand.commandLine().setErr(new PrintWriter(err)).execute("forms", "init", blank.toString());
        assertThat(exit).isEqualTo(1);
        assertThat(err.toString()).contains("NO_FIELD_FOUND");
    }

    private static BufferedImage white() {
        var image = new BufferedImage(800, 1100, BufferedImage.TYPE_BYTE_GRAY);
        Arrays.fill(((DataBufferByte) image.getRaster().getDataBuffer()).getData(), (byte) 255);
        return image;
    }
}
