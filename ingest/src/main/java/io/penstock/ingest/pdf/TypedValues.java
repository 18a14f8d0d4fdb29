package io.penstock.ingest.pdf;

import io.penstock.ingest.page.PageCollector;
import io.penstock.ingest.page.RefusalException;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.fixup.processor.AcroFormDefaultsProcessor;
import org.apache.pdfbox.pdmodel.fixup.processor.AcroFormOrphanWidgetsProcessor;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;
import org.apache.pdfbox.pdmodel.interactive.form.PDTerminalField;
import org.apache.pdfbox.pdmodel.interactive.form.PDVariableText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Values typed into a PDF's form fields of which the file holds no picture: viewers draw them, and so must who reads the page. */
final class TypedValues {

    private static final Logger LOG = LoggerFactory.getLogger(TypedValues.class);

    private TypedValues() {
    }

    /**
     * Gives each field with a value its picture, where it has none or the file asks for new ones. Fields that are damaged stay as they are.
     *
     * @throws RefusalException where the document's time is over
     */
    static void draw(PDDocument pdf, PageCollector pages) throws RefusalException {
        try {
            PDAcroForm form = pdf.getDocumentCatalog().getAcroForm(null);
            if (form == null) {
                return;
            }
            new AcroFormDefaultsProcessor(pdf).process();
            if (form.getFields().isEmpty()) {
                new AcroFormOrphanWidgetsProcessor(pdf).process();
            }
            for (PDField field : form.getFieldTree()) {
                pages.checkTime();
                if (field instanceof PDVariableText text && isToBeDrawn(form, text)) {
                    draw(form, text);
                }
            }
        } catch (RuntimeException e) {
            LOG.warn("the PDF's form is damaged; values typed into it may not be drawn: {}", e.toString());
        }
    }

    private static boolean isToBeDrawn(PDAcroForm form, PDTerminalField field) {
        return !field.getValueAsString().isEmpty()
            && (form.getNeedAppearances() || field.getWidgets().stream().anyMatch(TypedValues::isUndrawn));
    }

    private static boolean isUndrawn(PDAnnotationWidget widget) {
        return widget.getNormalAppearanceStream() == null;
    }

    private static void draw(PDAcroForm form, PDVariableText field) {
        try {
            form.refreshAppearances(List.of(field));
        } catch (IOException | RuntimeException e) {
            LOG.warn("the value typed into the PDF's field {} cannot be drawn: {}", field.getFullyQualifiedName(), e.toString());
        }
    }
}
