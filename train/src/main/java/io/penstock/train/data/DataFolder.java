package io.penstock.train.data;

import io.penstock.train.data.DataSetException.Code;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * The folder of public digit sets: {@code digits/mnist}, {@code digits/qmnist-labels}, {@code digits/semeion}, {@code digits/optdigits-orig}.
 *
 * @param root the folder that holds {@code digits}
 */
public record DataFolder(Path root) {

    /** Environment variable that names the folder. */
    public static final String VARIABLE = "PENSTOCK_DATA";

    private static final Map<String, String> MNIST_MD5 = Map.of(
        "train-images-idx3-ubyte", "6bbc9ace898e44ae57da46a324031adb",
        "train-labels-idx1-ubyte", "a25bea736e30d166cdddb491f175f624",
        "t10k-images-idx3-ubyte", "2646ac647ad5339dbf082846283269ea",
        "t10k-labels-idx1-ubyte", "27ae3e4e09519cfbb04c329615203637");

    /**
     * Returns the folder to use: the one given, else that of the environment variable, else {@code ../shared/data}.
     *
     * @param given folder from the command line, or null
     */
    public static DataFolder locate(Path given) {
        if (given != null) {
            return new DataFolder(given);
        }
        String variable = System.getenv(VARIABLE);
        return new DataFolder(Path.of(variable == null || variable.isBlank() ? "../shared/data" : variable));
    }

    /** Returns the published MD5 of one of MNIST's files, unpacked. */
    public static String md5(String name) {
        return MNIST_MD5.get(name);
    }

    /** Returns whether MNIST is there. */
    public boolean hasMnist() {
        return Files.isDirectory(mnist());
    }

    /** Returns MNIST's 60,000 training digits, after their checksums. */
    public DigitSet mnistTrain() {
        return verified("train");
    }

    /** Returns MNIST's 10,000 test digits, after their checksums. */
    public DigitSet mnistTest() {
        return verified("t10k");
    }

    /** Returns the table of the writers of MNIST's training digits. */
    public Path writers() {
        return root.resolve("digits/qmnist-labels/qmnist-train-labels.tsv.gz");
    }

    /** Returns the Semeion data set's file. */
    public Path semeion() {
        return root.resolve("digits/semeion/semeion.data");
    }

    /** Returns the training file of the original Optical Recognition of Handwritten Digits data set. */
    public Path optdigits() {
        return root.resolve("digits/optdigits-orig/optdigits-orig.tra");
    }

    private Path mnist() {
        return root.resolve("digits/mnist");
    }

    private DigitSet verified(String half) {
        IdxFile images = verifiedFile(half + "-images-idx3-ubyte");
        IdxFile labels = verifiedFile(half + "-labels-idx1-ubyte");
        return new DigitSet(images.images(), labels.labels());
    }

    private IdxFile verifiedFile(String name) {
        IdxFile file = IdxFile.read(existing(name));
        if (!file.md5().equals(MNIST_MD5.get(name))) {
            throw new DataSetException(Code.CHECKSUM_DIFFERS, file.path() + " has MD5 " + file.md5() + " unpacked, MNIST's is "
                + MNIST_MD5.get(name) + ": fetch it again");
        }
        return file;
    }

    private Path existing(String name) {
        Path plain = mnist().resolve(name);
        Path packed = mnist().resolve(name + ".gz");
        if (!Files.exists(plain) && !Files.exists(packed)) {
            throw new DataSetException(Code.NOT_FOUND, "no " + plain + " and no " + packed.getFileName()
                + " beside it; say where the data is with --data or " + VARIABLE);
        }
        return Files.exists(plain) ? plain : packed;
    }
}
