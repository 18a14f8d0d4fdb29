package io.penstock.ingest.jpx;

import java.awt.image.ColorModel;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferUShort;
import java.awt.image.WritableRaster;
import java.io.IOException;
import org.opencv.core.CvException;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.imgcodecs.Imgcodecs;
import org.opencv.imgproc.Imgproc;

/** OpenCV's decoder for JPEG 2000; its library is loaded with the first image, as most documents have none. */
final class JpxDecoder {

    static {
        nu.pattern.OpenCV.loadLocally();
    }

    private JpxDecoder() {
    }

    /**
     * Decodes an image whose header is supported.
     *
     * @param model of as many components as the header says
     * @return the samples, pixel after pixel, components in the order in which they are coded
     * @throws IOException where the image is damaged or cut short
     */
    static WritableRaster decode(byte[] encoded, JpxHeader header, ColorModel model) throws IOException {
        Mat image = decode(encoded);
        try {
            if (image.cols() != header.width() || image.rows() != header.height() || image.channels() != header.components()
                || image.depth() != (header.maxDepth() > 8 ? CvType.CV_16U : CvType.CV_8U)) {
                throw new IOException("the JPEG 2000 image cannot be decoded");
            }
            if (image.channels() > 1) {
                Imgproc.cvtColor(image, image, image.channels() == 3 ? Imgproc.COLOR_BGR2RGB : Imgproc.COLOR_BGRA2RGBA);
            }
            return raster(image, model);
        } finally {
            image.release();
        }
    }

    private static Mat decode(byte[] encoded) throws IOException {
        MatOfByte bytes = new MatOfByte(encoded);
        try {
            return Imgcodecs.imdecode(bytes, Imgcodecs.IMREAD_UNCHANGED);
        } catch (CvException e) {
            throw new IOException("the JPEG 2000 image cannot be decoded", e);
        } finally {
            bytes.release();
        }
    }

    private static WritableRaster raster(Mat image, ColorModel model) {
        WritableRaster raster = model.createCompatibleWritableRaster(image.cols(), image.rows());
        if (raster.getDataBuffer() instanceof DataBufferUShort deep) {
            image.get(0, 0, deep.getData());
        } else {
            image.get(0, 0, ((DataBufferByte) raster.getDataBuffer()).getData());
        }
        return raster;
    }
}
