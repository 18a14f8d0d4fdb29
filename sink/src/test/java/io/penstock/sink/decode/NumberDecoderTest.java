package io.penstock.sink.decode;

import static io.penstock.sink.Readings.comb;
import static io.penstock.sink.Readings.field;
import static io.penstock.sink.Readings.glyph;
import static io.penstock.sink.Readings.page;
import static io.penstock.sink.Readings.rules;
import static io.penstock.sink.Readings.tall;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.penstock.schema.Candidate;
import io.penstock.schema.CheckDigit;
import io.penstock.schema.ClassifiedField;
import io.penstock.schema.ClassifiedGlyph;
import io.penstock.schema.ClassifiedPage;
import io.penstock.schema.FieldKind;
import io.penstock.schema.FieldRules;
import io.penstock.schema.NumberStatus;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class NumberDecoderTest {

    private final NumberDecoder decoder = new NumberDecoder(DecoderSettings.standard());

    private DecodedField decode(FieldRules.Builder rules, String boxes) {
        return decoder.decode(page(List.of(comb("f", rules.build(), boxes)))).get(0);
    }

    @Nested
    class Kinds {

        @Test
        void aClearZipCodeIsAccepted() {
            DecodedField zip = decode(rules(FieldKind.ZIP), "9 4 1 0 3");
            assertThat(zip.text()).isEqualTo("94103");
            assertThat(zip.value()).isEqualTo("94103");
            assertThat(zip.status()).isEqualTo(NumberStatus.ACCEPTED);
            assertThat(zip.confidence()).isBetween(0.98, 0.999999);
            assertThat(zip.reasons()).isEmpty();
            assertThat(zip.digits()).extracting(digit -> digit.getBox().getX()).containsExactly(0, 20, 40, 60, 80);
        }

        @Test
        void aZipCodeWithoutItsLastFourDigitsLeavesBoxesEmpty() {
            DecodedField zip = decode(rules(FieldKind.ZIP), "9 4 1 0 3 _ _ _ _");
            assertThat(zip.value()).isEqualTo("94103");
            assertThat(zip.raw()).isEqualTo("94103____");
            assertThat(zip.status()).isEqualTo(NumberStatus.ACCEPTED);
        }

        @Test
        void aZipCodeOfSixDigitsIsReviewedAsRead() {
            DecodedField zip = decode(rules(FieldKind.ZIP), "9 4 1 0 3 7");
            assertThat(zip.text()).isEqualTo("941037");
            assertThat(zip.value()).isNull();
            assertThat(zip.reasons()).contains("WRONG_LENGTH");
            assertThat(zip.status()).isEqualTo(NumberStatus.REVIEW);
        }

        @Test
        void anIntegerHasNoLeadingZerosInItsValue() {
            DecodedField number = decode(rules(FieldKind.INTEGER), "0 0 6");
            assertThat(number.text()).isEqualTo("006");
            assertThat(number.value()).isEqualTo("6");
        }

        @Test
        void anAmountInBoxesHasItsCents() {
            DecodedField amount = decode(rules(FieldKind.AMOUNT).setFraction(2), "1 2 3 4 5 6");
            assertThat(amount.text()).isEqualTo("123456");
            assertThat(amount.value()).isEqualTo("1234.56");
        }

        @Test
        void aDateIsReadInItsOrderAndTwoDigitYearsLieInTheWindow() {
            assertThat(decode(rules(FieldKind.DATE).setDateOrder("DDMMYYYY"), "1 7 0 4 2 0 1 9").value()).isEqualTo("2019-04-17");
            assertThat(decode(rules(FieldKind.DATE).setDateOrder("MMDDYY"), "0 4 1 7 4 9").value()).isEqualTo("2049-04-17");
            assertThat(decode(rules(FieldKind.DATE).setDateOrder("YYMMDD"), "5 0 0 4 1 7").value()).isEqualTo("1950-04-17");
        }

        @Test
        void aDateThatIsNoDayIsReadAsItsNearestDay() {
            DecodedField date = decode(rules(FieldKind.DATE), "9:0.6/3:0.4 0 0 4 2 0 1 6");
            assertThat(date.value()).isEqualTo("2016-04-30");
            assertThat(date.raw()).isEqualTo("90042016");
            assertThat(date.reasons()).contains("CORRECTED_BY_RULE");
        }

        @Test
        void aClearDateThatIsNoDayIsNotChanged() {
            DecodedField date = decode(rules(FieldKind.DATE), "3 1 0 2 2 0 1 6");
            assertThat(date.text()).isEqualTo("31022016");
            assertThat(date.value()).isNull();
            assertThat(date.confidence()).isLessThan(0.6);
            assertThat(date.reasons()).contains("NOT_A_DATE");
            assertThat(date.status()).isEqualTo(NumberStatus.REVIEW);
        }

        @Test
        void aChecksumSettlesADigitOfARoutingNumber() {
            DecodedField routing = decode(rules(FieldKind.ROUTING), "0 2 1 0 0 0 0 2 7:0.5/1:0.5");
            assertThat(routing.text()).isEqualTo("021000021");
            assertThat(routing.confidence()).isGreaterThan(0.95);
        }

        @Test
        void anAccountIsCorrectedAndFlaggedByItsCheckDigit() {
            DecodedField account = decode(rules(FieldKind.ACCOUNT).setCheckDigit(CheckDigit.LUHN), "7 9 9 2 7 3 9 8 7 1 8:0.7/3:0.3");
            assertThat(account.text()).isEqualTo("79927398713");
            assertThat(account.raw()).isEqualTo("79927398718");
            assertThat(account.reasons()).contains("CORRECTED_BY_CHECK_DIGIT");
        }

        @Test
        void aClearNumberThatFailsItsCheckDigitIsReviewedAsRead() {
            DecodedField account = decode(rules(FieldKind.ACCOUNT).setCheckDigit(CheckDigit.MOD97), "3 2 1 4 2 8 2 9 1 2 3 4 5 6 9 8");
            assertThat(account.status()).isEqualTo(NumberStatus.REVIEW);
            assertThat(account.reasons()).contains("CHECK_DIGIT_FAILED");
            assertThat(account.text()).isEqualTo("3214282912345698");
        }

        @Test
        void aRangeChoosesBetweenLikelyReadings() {
            DecodedField number = decode(rules(FieldKind.INTEGER).setMax("300"), "8:0.6/3:0.4 0 0");
            assertThat(number.value()).isEqualTo("300");
            assertThat(number.reasons()).contains("CORRECTED_BY_RULE");
        }

        @Test
        void aPatternChoosesBetweenLikelyReadings() {
            assertThat(decode(rules(FieldKind.DIGITS).setPattern("7\\d\\d"), "1:0.6/7:0.4 0 0").text()).isEqualTo("700");
        }

        @Test
        void anAmbiguousDigitGoesToReviewWithBothReadings() {
            DecodedField number = decode(rules(FieldKind.INTEGER), "4:0.7/9:0.29 2");
            assertThat(number.status()).isEqualTo(NumberStatus.REVIEW);
            assertThat(number.reasons()).containsExactly("LOW_CONFIDENCE");
            assertThat(number.candidates()).extracting(Candidate::getText).startsWith("42", "92");
        }
    }

    @Nested
    class FillersAndBlanks {

        private final FieldRules.Builder tally = rules(FieldKind.INTEGER).setFillers(true).setMaxLength(3);

        @Test
        void fillersStandBeforeTheFirstDigitAndAfterTheLast() {
            DecodedField number = decode(tally, "X 6 2");
            assertThat(number.text()).isEqualTo("62");
            assertThat(number.raw()).isEqualTo("X62");
            assertThat(number.status()).isEqualTo(NumberStatus.ACCEPTED);
            assertThat(decode(tally, "6 X X").text()).isEqualTo("6");
            assertThat(decode(tally, "_ X 3").raw()).isEqualTo("_X3");
        }

        @Test
        void aFillerThatMayBeAOneIsReviewed() {
            DecodedField number = decode(tally, "X:0.7/1:0.3 6 2");
            assertThat(number.text()).isEqualTo("62");
            assertThat(number.reasons()).containsExactly("LOW_CONFIDENCE");
            assertThat(number.confidence()).isBetween(0.65, 0.75);
        }

        @Test
        void aMarkBetweenDigitsIsNoFiller() {
            DecodedField number = decode(tally, "1 X:0.8/4:0.2 3");
            assertThat(number.status()).isEqualTo(NumberStatus.REVIEW);
            assertThat(number.reasons()).contains("NOT_A_DIGIT");
            assertThat(number.text()).isEqualTo("143");
            assertThat(number.confidence()).isLessThan(0.3);
        }

        @Test
        void aBlankBetweenDigitsIsReviewed() {
            DecodedField number = decode(tally, "1 _ 3");
            assertThat(number.raw()).isEqualTo("1_3");
            assertThat(number.text()).isEqualTo("13");
            assertThat(number.reasons()).contains("BLANK_INSIDE");
            assertThat(number.status()).isEqualTo(NumberStatus.REVIEW);
        }

        @Test
        void aMarkWhereNoFillersAreAllowedIsNotADigit() {
            DecodedField number = decode(rules(FieldKind.INTEGER), "X:0.6/4:0.4 6 2");
            assertThat(number.reasons()).contains("NOT_A_DIGIT");
            assertThat(number.text()).isEqualTo("462");
            assertThat(number.confidence()).isLessThan(0.5);
        }

        @Test
        void aDigitThatIsProbablyNoneSinksADateEvenWhereItsLengthIsFixed() {
            DecodedField date = decode(rules(FieldKind.DATE), "X:0.6/1:0.4 3 0 5 2 0 1 6");
            assertThat(date.reasons()).contains("NOT_A_DIGIT");
            assertThat(date.confidence()).isLessThan(0.5);
        }

        @Test
        void aDigitHardToReadIsTheOnlyOneThatMakesADate() {
            DecodedField date = decode(rules(FieldKind.DATE).setMin("2019-04-17").setMax("2019-04-30"), "1 7 0 4 2 X:0.2/0:0.8 1 9");
            assertThat(date.value()).isEqualTo("2019-04-17");
            assertThat(date.status()).isEqualTo(NumberStatus.ACCEPTED);
            assertThat(decode(rules(FieldKind.ZIP), "9 4 1 0 X:0.2/3:0.8").status()).isEqualTo(NumberStatus.REVIEW);
        }

        @Test
        void anEmptyFieldIsEmptyUnlessItIsRequired() {
            DecodedField optional = decode(rules(FieldKind.INTEGER).setRequired(false), "_ _ _");
            assertThat(optional.status()).isEqualTo(NumberStatus.EMPTY);
            assertThat(optional.confidence()).isNull();
            DecodedField required = decode(rules(FieldKind.INTEGER), "_ _ _");
            assertThat(required.status()).isEqualTo(NumberStatus.REVIEW);
            assertThat(required.reasons()).containsExactly("REQUIRED_EMPTY");
        }

        @Test
        void aFieldOfFillersAloneIsEmpty() {
            assertThat(decode(tally.setRequired(false), "X X X").status()).isEqualTo(NumberStatus.EMPTY);
            assertThat(decode(tally.setRequired(true), "X X X").reasons()).containsExactly("REQUIRED_EMPTY");
        }

        @Test
        void whatWentWrongWhileCuttingGoesToReview() {
            ClassifiedField cut = ClassifiedField.newBuilder(comb("f", rules(FieldKind.INTEGER).build(), "1 2"))
                .setReasons(List.of("COMB_NOT_FOUND")).build();
            DecodedField number = decoder.decode(page(List.of(cut))).get(0);
            assertThat(number.status()).isEqualTo(NumberStatus.REVIEW);
            assertThat(number.reasons()).containsExactly("COMB_NOT_FOUND");
        }

        @Test
        void aFiducialThatIsMissingIsSaidAndNoMore() {
            ClassifiedField whole = comb("f", rules(FieldKind.INTEGER).build(), "1 2");
            DecodedField number = decoder.decode(ClassifiedPage.newBuilder(page(List.of(whole)))
                .setReasons(List.of("FIDUCIAL_2_MISSING")).build()).get(0);
            assertThat(number.status()).isEqualTo(NumberStatus.ACCEPTED);
            assertThat(number.reasons()).containsExactly("FIDUCIAL_2_MISSING");
        }
    }

    @Test
    void aDistributionThatIsNoneIsRefused() {
        ClassifiedField bad = field("f", rules(FieldKind.DIGITS).build(), 2,
            List.of(ClassifiedGlyph.newBuilder(glyph(0, 1, "1", 1, tall(0))).setDistribution(List.of(0.5f)).build()));
        assertThatThrownBy(() -> decoder.decode(page(List.of(bad)))).isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("eleven probabilities");
    }
}
