package io.penstock.ingest.pdf;

import io.penstock.ingest.page.PageCollector;
import io.penstock.ingest.page.RefusalException;
import java.awt.geom.GeneralPath;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.contentstream.PDFGraphicsStreamEngine;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.graphics.blend.BlendMode;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDTransparencyGroup;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.graphics.state.PDGraphicsState;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationPopup;

/**
 * Finds out whether a page is one image that fills it and nothing else that paints, without painting anything.
 *
 * <p>Invisible text (the layer that OCR leaves) does not paint. Whatever is in doubt counts as paint: the page is then rendered.
 */
final class ScanDetector extends PDFGraphicsStreamEngine {

    /** Share of the image's side that a clip may cut off. */
    private static final double CLIP = 0.01;

    private final PageCollector pages;
    private final GeneralPath path = new GeneralPath();
    private ScannedPage found;
    private boolean clips;
    private boolean otherPaint;

    private ScanDetector(PDPage page, PageCollector pages) {
        super(page);
        this.pages = pages;
    }

    /** Returns the page as one image, or empty where it must be rendered. */
    static Optional<ScannedPage> detect(PDPage page, PageCollector pages) throws IOException {
        if (!page.hasContents() || hasVisibleAnnotation(page)) {
            return Optional.empty();
        }
        ScanDetector detector = new ScanDetector(page, pages);
        detector.processPage(page);
        return detector.otherPaint ? Optional.empty() : Optional.ofNullable(detector.found);
    }

    private static boolean hasVisibleAnnotation(PDPage page) throws IOException {
        for (PDAnnotation annotation : page.getAnnotations()) {
            if (!annotation.isHidden() && !annotation.isNoView() && !(annotation instanceof PDAnnotationPopup)) {
                return true;
            }
        }
        return false;
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        pages.checkTime();
        if (!otherPaint) {
            super.processOperator(operator, operands);
        }
    }

    @Override
    protected void operatorException(Operator operator, List<COSBase> operands, IOException e) throws IOException {
        if (e instanceof RefusalException) {
            throw e;
        }
        otherPaint = true;
    }

    @Override
    public void drawImage(PDImage image) {
        Optional<Placement> placement = Placement.of(getGraphicsState().getCurrentTransformationMatrix(), getPage().getCropBox());
        if (found == null && placement.isPresent() && image instanceof PDImageXObject scan && scan.getOptionalContent() == null
            && isOpaque(getGraphicsState()) && isUnclipped()) {
            found = new ScannedPage(scan, placement.get());
        } else {
            otherPaint = true;
        }
    }

    private static boolean isOpaque(PDGraphicsState state) {
        return state.getNonStrokeAlphaConstant() == 1 && state.getSoftMask() == null && state.getBlendMode() == BlendMode.NORMAL;
    }

    private boolean isUnclipped() {
        Rectangle2D visible = Placement.bounds(getGraphicsState().getCurrentTransformationMatrix())
            .createIntersection(getPage().getCropBox().toGeneralPath().getBounds2D());
        double across = CLIP * visible.getWidth();
        double down = CLIP * visible.getHeight();
        visible.setRect(visible.getX() + across, visible.getY() + down, visible.getWidth() - 2 * across, visible.getHeight() - 2 * down);
        return getGraphicsState().getCurrentClippingPath().contains(visible);
    }

    @Override
    protected void showText(byte[] string) {
        otherPaint |= getGraphicsState().getTextState().getRenderingMode() != RenderingMode.NEITHER;
    }

    @Override
    public void showForm(PDFormXObject form) throws IOException {
        if (form.getOptionalContent() == null) {
            super.showForm(form);
        } else {
            otherPaint = true;
        }
    }

    @Override
    public void showTransparencyGroup(PDTransparencyGroup group) {
        otherPaint = true;
    }

    @Override
    public void beginMarkedContentSequence(COSName tag, COSDictionary properties) {
        otherPaint |= COSName.OC.equals(tag);
    }

    @Override
    public void appendRectangle(Point2D p0, Point2D p1, Point2D p2, Point2D p3) {
        path.moveTo((float) p0.getX(), (float) p0.getY());
        path.lineTo((float) p1.getX(), (float) p1.getY());
        path.lineTo((float) p2.getX(), (float) p2.getY());
        path.lineTo((float) p3.getX(), (float) p3.getY());
        path.closePath();
    }

    @Override
    public void clip(int windingRule) {
        path.setWindingRule(windingRule);
        clips = true;
    }

    @Override
    public void moveTo(float x, float y) {
        path.moveTo(x, y);
    }

    @Override
    public void lineTo(float x, float y) {
        if (path.getCurrentPoint() == null) {
            path.moveTo(x, y);
        } else {
            path.lineTo(x, y);
        }
    }

    @Override
    public void curveTo(float x1, float y1, float x2, float y2, float x3, float y3) {
        if (path.getCurrentPoint() == null) {
            path.moveTo(x3, y3);
        } else {
            path.curveTo(x1, y1, x2, y2, x3, y3);
        }
    }

    @Override
    public Point2D getCurrentPoint() {
        return path.getCurrentPoint();
    }

    @Override
    public void closePath() {
        if (path.getCurrentPoint() != null) {
            path.closePath();
        }
    }

    @Override
    public void endPath() {
        if (clips) {
            getGraphicsState().intersectClippingPath((GeneralPath) path.clone());
            clips = false;
        }
        path.reset();
    }

    @Override
    public void strokePath() {
        otherPaint = true;
    }

    @Override
    public void fillPath(int windingRule) {
        otherPaint = true;
    }

    @Override
    public void fillAndStrokePath(int windingRule) {
        otherPaint = true;
    }

    @Override
    public void shadingFill(COSName shading) {
        otherPaint = true;
    }
}
