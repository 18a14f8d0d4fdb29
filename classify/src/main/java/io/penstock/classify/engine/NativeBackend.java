package io.penstock.classify.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import org.deeplearning4j.nn.layers.mkldnn.BaseMKLDNNHelper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The settings of the native library beneath ND4J, which must stand before the first ND4J class is loaded.
 *
 * <p>A system property that is already set is left alone, so that an operator's choice wins.
 */
public final class NativeBackend {

    private static final Logger LOG = LoggerFactory.getLogger(NativeBackend.class);
    private static final String EXTENSION = "org.bytedeco.javacpp.platform.extension";
    private static final String HELPERS_DISABLED = "org.eclipse.deeplearning4j.helpers.disable";

    private NativeBackend() {
    }

    /** Sets what is not set: the build of libnd4j that is on the class path, and Deeplearning4j's oneDNN layers on. */
    public static void prepare() {
        setIfAbsent(EXTENSION, defaults().getProperty("extension"));
        setIfAbsent(HELPERS_DISABLED, "false");
    }

    /**
     * Loads the native library and returns whether convolutions run on oneDNN; warns in the log where they do not.
     *
     * @return false where the slow built-in path is all there is: results are the same, speed is about a tenth
     */
    public static boolean isAccelerated() {
        boolean accelerated = !Boolean.getBoolean(HELPERS_DISABLED) && BaseMKLDNNHelper.mklDnnEnabled();
        if (!accelerated) {
            LOG.warn("convolutions run without oneDNN, about ten times slower; {}={} and {}={}: is a -onednn build of nd4j-native on the"
                + " class path?", EXTENSION, System.getProperty(EXTENSION), HELPERS_DISABLED, System.getProperty(HELPERS_DISABLED));
        }
        return accelerated;
    }

    private static void setIfAbsent(String name, String value) {
        if (System.getProperty(name) == null) {
            System.setProperty(name, value);
        }
    }

    private static Properties defaults() {
        Properties properties = new Properties();
        try (InputStream in = NativeBackend.class.getResourceAsStream("native.properties")) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("native.properties cannot be read from the class path", e);
        }
        return properties;
    }
}
