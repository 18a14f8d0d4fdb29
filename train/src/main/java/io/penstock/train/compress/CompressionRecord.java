package io.penstock.train.compress;

import io.penstock.classify.model.ContentHash;
import io.penstock.classify.model.ModelRecord;
import io.penstock.train.run.TrainedNetwork;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a compressed network's record says: that of its parent, with what was done to it. */
final class CompressionRecord {

    private static final String COMPRESSION = "compression";
    private static final String EIGHT_BITS = "8-bit weights";

    private CompressionRecord() {
    }

    /** Returns in a few words what a network is: its architecture, or what was done to it. */
    static String label(ModelRecord record) {
        return record.architecture() + record.recipe().entrySet().stream().filter(entry -> entry.getKey().equals(COMPRESSION))
            .map(entry -> ", " + entry.getValue()).findFirst().orElse("");
    }

    /** Returns the record of a network that learnt on after a cut. */
    static ModelRecord learnt(ModelRecord parent, ContentHash hash, long parameters, String step, double before, CompressionRecipe recipe,
                              TrainedNetwork trained) {
        Map<String, String> text = recipe(parent, step);
        text.put("learning after the cut", trained.options().epochs() + " epochs, one-cycle with a peak of " + recipe.rate() + ", batch "
            + trained.options().batch() + ", average " + trained.options().averageDecay() + ", augmentation " + recipe.augmentation()
            + " of the standard, seed " + recipe.seed());
        List<ModelRecord.Epoch> history = trained.history().stream()
            .map(epoch -> new ModelRecord.Epoch(epoch.epoch(), epoch.loss(), epoch.validationLoss(), epoch.validationAccuracy(),
                epoch.rate(), epoch.seconds())).toList();
        return new ModelRecord(hash.hex(), parent.architecture(), parameters, parent.classes(), recipe.seed(), trained.options().epochs(),
            trained.best().epoch(), parent.data(), parent.split(), text, Map.of("validationAccuracyBeforeLearning", before), today(),
            "penstock compress", history);
    }

    /** Returns the record of a network whose weights are stored in 8 bits. */
    static ModelRecord stored(ModelRecord parent, ContentHash hash) {
        return new ModelRecord(hash.hex(), parent.architecture(), parent.parameters(), parent.classes(), parent.seed(), parent.epochs(),
            parent.bestEpoch(), parent.data(), parent.split(), recipe(parent, EIGHT_BITS), Map.of(), today(), "penstock compress",
            List.of());
    }

    /** Returns a record with what was measured. */
    static ModelRecord measured(ModelRecord record, CompressedModel row) {
        Map<String, Double> measured = new LinkedHashMap<>(record.measured());
        measured.put("validationAccuracy", row.validationAccuracy());
        measured.put("testAccuracy", row.testAccuracy());
        return new ModelRecord(record.hash(), record.architecture(), record.parameters(), record.classes(), record.seed(), record.epochs(),
            record.bestEpoch(), record.data(), record.split(), record.recipe(), measured, record.trainedOn(), record.command(),
            record.history());
    }

    private static Map<String, String> recipe(ModelRecord parent, String step) {
        Map<String, String> recipe = new LinkedHashMap<>(parent.recipe());
        recipe.put("parent", parent.hash());
        recipe.merge(COMPRESSION, step, (earlier, now) -> earlier + ", " + now);
        return recipe;
    }

    private static String today() {
        return LocalDate.now(ZoneOffset.UTC).toString();
    }
}
