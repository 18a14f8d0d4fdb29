package io.penstock.train.data;

import io.penstock.synth.digit.DataSetException;
import io.penstock.synth.digit.DataSetException.Code;
import io.penstock.synth.digit.DigitSet;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder of public digit sets: {@code digits/mnist}, {@code digits/qmnist-labels}, {@code digits/semeion}, {@code
 * digits/optdigits-orig}, {@code digits/pendigits-orig}; and {@code digits/corrections}, where there are digits of one's own.
 *
 * @param root  the folder that holds {@code digits}; for MNIST alone the folder of its four files will do
 * @param cache where MNIST is looked for, and downloaded to, when it is not there; empty: nowhere
 */
public record DataFolder(Path root, Optional<DownloadCache> cache) {

    /** Environment variable that names the folder. */
    public static final String VARIABLE = "PENSTOCK_DATA";

    private static final List<PublishedFile> MNIST = List.of(
        new PublishedFile("train-images-idx3-ubyte", "6bbc9ace898e44ae57da46a324031adb"),
        new PublishedFile("train-labels-idx1-ubyte", "a25bea736e30d166cdddb491f175f624"),
        new PublishedFile("t10k-images-idx3-ubyte", "2646ac647ad5339dbf082846283269ea"),
        new PublishedFile("t10k-labels-idx1-ubyte", "27ae3e4e09519cfbb04c329615203637"));

    /** A folder without a cache: what is not in it is missing. */
    public DataFolder(Path root) {
        this(root, Optional.empty());
    }

    /**
     * Returns the folder to use: the one given, else that of the environment variable, else {@code ../shared/data}; with the user's cache.
     *
     * @param given folder from the command line, or null
     */
    public static DataFolder locate(Path given) {
        return locate(given, DownloadCache.of(System.getenv(), List.of(), DownloadListener.silent()));
    }

    /** Returns the folder to use as {@link #locate(Path)} does, with a cache of its own. */
    public static DataFolder locate(Path given, DownloadCache cache) {
        String variable = System.getenv(VARIABLE);
        Path standard = Path.of(variable == null || variable.isBlank() ? "../shared/data" : variable);
        return new DataFolder(given == null ? standard : given, Optional.of(cache));
    }

    /** Returns the published MD5 of one of MNIST's files, unpacked. */
    public static String md5(String name) {
        return mnistFile(name).md5();
    }

    /** Returns whether all of MNIST is there, in the folder or in the cache, so that nothing needs to be downloaded. */
    public boolean hasMnist() {
        return MNIST.stream().allMatch(file -> existing(file).isPresent() || cache.isPresent() && cache.get().holds(file));
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

    /** Returns the folder of digits that people read in documents of their own, which {@code corrections export} writes. */
    public Path corrections() {
        return root.resolve("digits/corrections");
    }

    /** Returns those digits; empty where there are none. */
    public Optional<DigitSet> corrected() {
        Path images = corrections().resolve("images-idx3-ubyte");
        return Files.exists(images) ? Optional.of(IdxFile.digits(images, corrections().resolve("labels-idx1-ubyte"))) : Optional.empty();
    }

    /** Returns the Semeion data set's file. */
    public Path semeion() {
        return root.resolve("digits/semeion/semeion.data");
    }

    /** Returns the training file of the original Optical Recognition of Handwritten Digits data set. */
    public Path optdigits() {
        return root.resolve("digits/optdigits-orig/optdigits-orig.tra");
    }

    /** Returns the recordings of the thirty training writers of Pen-Based Recognition of Handwritten Digits. */
    public Path pendigitsTraining() {
        return root.resolve("digits/pendigits-orig/pendigits-orig.tra.gz");
    }

    /** Returns the recordings of its fourteen other writers. */
    public Path pendigitsTest() {
        return root.resolve("digits/pendigits-orig/pendigits-orig.tes.gz");
    }

    private DigitSet verified(String half) {
        IdxFile images = read(mnistFile(half + "-images-idx3-ubyte"));
        IdxFile labels = read(mnistFile(half + "-labels-idx1-ubyte"));
        return new DigitSet(images.images(), labels.labels());
    }

    private IdxFile read(PublishedFile file) {
        Optional<Path> here = existing(file);
        if (here.isPresent()) {
            return file.read(here.get());
        }
        return cache.orElseThrow(() -> new DataSetException(Code.NOT_FOUND, "there is no " + file.name() + ", plain or .gz, in "
            + root.resolve("digits/mnist") + "; say where the data is with --data or " + VARIABLE)).read(file);
    }

    private Optional<Path> existing(PublishedFile file) {
        return Stream.of(root.resolve("digits/mnist"), root)
            .flatMap(folder -> Stream.of(folder.resolve(file.name()), folder.resolve(file.name() + ".gz")))
            .filter(Files::isRegularFile).findFirst();
    }

    private static PublishedFile mnistFile(String name) {
        return MNIST.stream().filter(file -> file.name().equals(name)).findFirst()
            .orElseThrow(() -> new IllegalArgumentException("MNIST has no file " + name));
    }
}
