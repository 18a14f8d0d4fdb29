package io.penstock.app.library;

import io.penstock.app.process.ProcessFailure;
import io.penstock.app.stage.Stage;
import io.penstock.classify.engine.NativeBackend;
import io.penstock.classify.engine.onednn.OneDnnNetwork;
import java.awt.color.ColorSpace;
import java.awt.geom.AffineTransform;
import java.awt.image.AffineTransformOp;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.channels.SocketChannel;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import javax.imageio.ImageIO;
import org.apache.kafka.common.compress.Compression;
import org.apache.kafka.common.record.internal.CompressionType;
import org.apache.kafka.common.record.internal.RecordBatch;
import org.apache.kafka.common.utils.ByteBufferOutputStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.rocksdb.RocksDB;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A family of libraries of machine code, in the order in which they are loaded: one after another, before any thread of a broker, a stage
 * or a client is there.
 *
 * <p>Loading a library takes locks of the C library that JavaCPP (beneath ND4J and oneDNN) takes in the other order when it looks for a
 * symbol: two threads that do so at once wait for each other for ever, and the whole JVM with them.
 */
public enum NativeLibrary {

    /** The JDK's own: sockets, processes. */
    SYSTEM(EnumSet.allOf(Stage.class)) {
        @Override
        void open() throws IOException {
            SocketChannel.open().close();
            ManagementFactory.getOperatingSystemMXBean();
        }
    },
    /** What records may be compressed with, by whoever wrote them: zstd, Snappy, LZ4. */
    CODECS(EnumSet.allOf(Stage.class)) {
        @Override
        void open() throws IOException {
            for (CompressionType type : CompressionType.values()) {
                try (OutputStream out = Compression.of(type).build().wrapForOutput(new ByteBufferOutputStream(1024),
                    RecordBatch.CURRENT_MAGIC_VALUE)) {
                    out.write(0);
                }
            }
        }
    },
    /** The JDK's pictures: JPEG, colours, scaling. */
    PICTURES(EnumSet.of(Stage.INGEST, Stage.SEGMENT, Stage.REVIEW)) {
        @Override
        void open() {
            ImageIO.getImageReadersByFormatName("jpeg").next().dispose();
            BufferedImage picture = new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB);
            picture.createGraphics().dispose();
            new ColorConvertOp(ColorSpace.getInstance(ColorSpace.CS_GRAY), null).filter(picture, null);
            new AffineTransformOp(AffineTransform.getScaleInstance(2, 2), AffineTransformOp.TYPE_BILINEAR).filter(picture, null);
        }
    },
    /** State stores. */
    ROCKSDB(EnumSet.of(Stage.SINK, Stage.REVIEW)) {
        @Override
        void open() {
            RocksDB.loadLibrary();
        }
    },
    /** Images. */
    OPENCV(EnumSet.of(Stage.INGEST, Stage.SEGMENT)) {
        @Override
        void open() {
            nu.pattern.OpenCV.loadLocally();
        }
    },
    /** Arrays: ND4J with OpenBLAS. */
    ND4J(EnumSet.of(Stage.CLASSIFY)) {
        @Override
        void open() {
            NativeBackend.prepare();
            INDArray first = Nd4j.create(1);
            first.close();
            NativeBackend.isAccelerated();
        }
    },
    /** Networks; where it is missing for this platform, they run on ND4J. */
    ONEDNN(EnumSet.of(Stage.CLASSIFY)) {
        @Override
        void open() {
            OneDnnNetwork.isAvailable();
        }
    };

    private static final Logger LOG = LoggerFactory.getLogger(NativeLibrary.class);

    private final Set<Stage> stages;

    NativeLibrary(Set<Stage> stages) {
        this.stages = stages;
    }

    /**
     * Loads what some stages need; called by the main thread, before others are there.
     *
     * @throws ProcessFailure where one can't be loaded
     */
    public static void load(Collection<Stage> stages) {
        long start = System.nanoTime();
        for (NativeLibrary library : values()) {
            if (library.stages.stream().anyMatch(stages::contains)) {
                library.load();
            }
        }
        LOG.info("libraries loaded in {} ms", (System.nanoTime() - start) / 1_000_000);
    }

    private void load() {
        try {
            open();
        } catch (IOException | RuntimeException | LinkageError e) {
            throw new ProcessFailure(ProcessFailure.Code.LIBRARY_UNUSABLE, "the libraries " + name() + " can't be loaded (" + e
                + "): this platform is not supported, or their copies in " + System.getProperty("java.io.tmpdir")
                + " and ~/.javacpp can't be written or run", e);
        }
    }

    abstract void open() throws IOException;
}
