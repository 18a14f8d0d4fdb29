package io.penstock.ingest;

import static io.penstock.ingest.Scans.decode;
import static io.penstock.ingest.Scans.pages;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values typed into a PDF's form are drawn where the file holds no picture of them. */
class TypedValuesTest {

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aValueWithoutAppearanceIsDrawn(boolean asked) throws IOException {
        assertThat(ink(form(asked, "45169", form -> { }))).isGreaterThan(500);
        assertThat(ink(form(asked, "", form -> { }))).isZero();
    }

    @Test
    void soItIsWithoutAnyFontOrStyle() throws IOException {
        assertThat(ink(form(true, "45169", form -> {
            form.removeItem(COSName.DR);
            form.removeItem(COSName.DA);
        }))).isGreaterThan(500);
    }

    @Test
    void aDamagedFormDoesNotCostThePage() throws IOException {
        List<Consumer<COSDictionary>> damages = List.of(
            form -> form.setItem(COSName.FIELDS, COSName.A),
            form -> form.removeItem(COSName.FIELDS),
            form -> form.setItem(COSName.DR, COSName.A),
            form -> form.setItem(COSName.DA, new COSString("(((")),
            form -> form.setItem(COSName.DA, new COSString("/Nowhere 1e9 Tf")));
        for (Consumer<COSDictionary> damage : damages) {
            assertThat(pages(form(true, "45169", damage))).hasSize(1);
        }
    }

    private static int ink(byte[] pdf) {
        BufferedImage image = decode(pages(pdf).get(0));
        int dark = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                dark += image.getRaster().getSample(x, y, 0) < 128 ? 1 : 0;
            }
        }
        return dark;
    }

    private static byte[] form(boolean asked, String value, Consumer<COSDictionary> change) throws IOException {
        try (PDDocument pdf = new PDDocument()) {
            PDPage page = new PDPage(PDRectangle.LETTER);
            pdf.addPage(page);
            PDAcroForm form = new PDAcroForm(pdf);
            pdf.getDocumentCatalog().setAcroForm(form);
            PDResources resources = new PDResources();
            resources.put(COSName.getPDFName("Helv"), new PDType1Font(FontName.HELVETICA));
            form.setDefaultResources(resources);
            form.setDefaultAppearance("/Helv 20 Tf 0 g");
            form.setNeedAppearances(asked);
            PDTextField field = new PDTextField(form);
            field.setPartialName("zip");
            form.getFields().add(field);
            PDAnnotationWidget widget = field.getWidgets().get(0);
            widget.setRectangle(new PDRectangle(100, 500, 120, 40));
            widget.setPrinted(true);
            page.getAnnotations().add(widget);
            field.getCOSObject().setItem(COSName.V, new COSString(value));
            change.accept(form.getCOSObject());
            return Pdfs.save(pdf);
        }
    }
}
