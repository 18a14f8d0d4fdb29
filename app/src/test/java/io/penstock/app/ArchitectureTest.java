package io.penstock.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.text.DecimalFormat;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which module may know which. */
class ArchitectureTest {

    private static final List<String> STAGES = List.of("ingest", "segment", "classify", "sink", "review");

    private final JavaClasses classes = new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
        .importPackages("io.penstock");

    @Test
    void stagesKnowTheContractAndNotEachOther() {
        for (String stage : STAGES) {
            String[] others = STAGES.stream().filter(other -> !other.equals(stage)).map(other -> "io.penstock." + other + "..")
                .toArray(String[]::new);
            noClasses().that().resideInAPackage("io.penstock." + stage + "..").should().dependOnClassesThat().resideInAnyPackage(others)
                .check(classes);
        }
    }

    @Test
    void stagesDoNotKnowWhoRunsOrTrainsThem() {
        noClasses().that().resideInAnyPackage(packages()).should().dependOnClassesThat()
            .resideInAnyPackage("io.penstock.app..", "io.penstock.synth..", "io.penstock.train..", "io.penstock.bench..").check(classes);
    }

    @Test
    void theContractKnowsNobody() {
        noClasses().that().resideInAPackage("io.penstock.schema..").should().dependOnClassesThat()
            .resideInAnyPackage("io.penstock.ingest..", "io.penstock.segment..", "io.penstock.classify..", "io.penstock.sink..",
                "io.penstock.review..", "io.penstock.synth..", "io.penstock.train..", "io.penstock.app..").check(classes);
    }

    @Test
    void whatMeasuresNetworksOnTheUnseenIsNeverTrainedOn() {
        classes().that().resideInAPackage("io.penstock.synth.rubbish.unseen..").should().onlyHaveDependentClassesThat()
            .resideInAnyPackage("io.penstock.synth.rubbish.unseen..", "io.penstock.train.evaluate..").check(classes);
    }

    @Test
    void packagesOfTheProgramHaveNoCycles() {
        SlicesRuleDefinition.slices().matching("io.penstock.app.(*)..").should().beFreeOfCycles().check(classes);
    }

    @Test
    void packagesHaveNoCycles() {
        SlicesRuleDefinition.slices().matching("io.penstock.(**)").should().beFreeOfCycles().check(classes);
    }

    @Test
    void boxesAndFreeLinesStandOnInkAndDoNotKnowEachOther() {
        noClasses().that().resideInAPackage("io.penstock.segment.comb").should().dependOnClassesThat()
            .resideInAnyPackage("io.penstock.segment.line", "io.penstock.segment.field").check(classes);
        noClasses().that().resideInAPackage("io.penstock.segment.line").should().dependOnClassesThat()
            .resideInAnyPackage("io.penstock.segment.comb", "io.penstock.segment.field").check(classes);
        noClasses().that().resideInAnyPackage("io.penstock.segment.ink", "io.penstock.segment.glyph").should().dependOnClassesThat()
            .resideInAnyPackage("io.penstock.segment.comb", "io.penstock.segment.line", "io.penstock.segment.field",
                "io.penstock.segment.form").check(classes);
    }

    @Test
    void whatDrawsSamplesKnowsNoNetwork() {
        noClasses().that().resideInAPackage("io.penstock.synth..").should().dependOnClassesThat()
            .resideInAnyPackage("io.penstock.classify..", "io.penstock.train..", "io.penstock.app..").check(classes);
    }

    @Test
    void onlyTheProgramEndsTheVirtualMachine() {
        noClasses().that().doNotHaveFullyQualifiedName("io.penstock.app.Penstock").should().callMethod(System.class, "exit", int.class)
            .check(classes);
    }

    /** Not by the letters and the decimal comma of whoever runs it: an I without its dot is another letter in Turkish. */
    @Test
    void textIsTheSameInEveryLanguage() {
        noClasses().should().callMethod(String.class, "formatted", Object[].class)
            .orShould().callMethod(String.class, "format", String.class, Object[].class)
            .orShould().callMethod(PrintStream.class, "printf", String.class, Object[].class)
            .orShould().callMethod(PrintStream.class, "format", String.class, Object[].class)
            .orShould().callMethod(PrintWriter.class, "printf", String.class, Object[].class)
            .orShould().callMethod(PrintWriter.class, "format", String.class, Object[].class)
            .orShould().callMethod(String.class, "toLowerCase").orShould().callMethod(String.class, "toUpperCase")
            .orShould().callConstructor(DecimalFormat.class, String.class)
            .orShould().callMethod(DateTimeFormatter.class, "ofPattern", String.class).check(classes);
    }

    private static String[] packages() {
        return STAGES.stream().map(stage -> "io.penstock." + stage + "..").toArray(String[]::new);
    }
}
