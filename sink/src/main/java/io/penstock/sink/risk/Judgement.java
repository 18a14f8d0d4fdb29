package io.penstock.sink.risk;

import io.penstock.sink.decode.DecodedField;

/**
 * A field as it is to be recorded.
 *
 * @param field     its content, with the confidence, status and reasons that hold
 * @param posterior probability (0 to 1) of its text as decoded; null where nothing can be said
 * @param contract  version of the risk contract by which it was judged; null: none
 */
public record Judgement(DecodedField field, Double posterior, String contract) {
}
