package io.penstock.segment.scanner;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.segment.image.PageImage;
import io.penstock.segment.line.DrawnLine;
import java.util.List;
import org.junit.jupiter.api.Test;

class StreakFinderTest {

    private static final int WIDTH = 600;
    private static final int HEIGHT = 800;

    @Test
    void linesAlongThePictureAreStreaks() {
        List<Streak> found = find(page().stroke(300, 0, 300, HEIGHT, 2, 120).stroke(0, 500, WIDTH, 500, 3, 40));
        assertThat(found).hasSize(2);
        assertThat(found).filteredOn(streak -> !streak.horizontal()).singleElement()
            .satisfies(streak -> assertThat(streak.at()).isBetween(299.0, 301.0));
        assertThat(found).filteredOn(Streak::horizontal).singleElement().satisfies(streak -> {
            assertThat(streak.at()).isBetween(499.0, 501.0);
            assertThat(streak.to() - streak.from()).isGreaterThan(WIDTH * 9 / 10);
        });
    }

    @Test
    void oneThatFadesInAndOutIsFoundWhereItShows() {
        assertThat(find(page().stroke(200, 250, 200, 600, 2, 60))).singleElement().satisfies(streak -> {
            assertThat(streak.from()).isBetween(235, 260);
            assertThat(streak.to()).isBetween(590, 615);
        });
    }

    @Test
    void writingAndTiltedLinesAreNone() {
        DrawnLine page = page().stroke(100, 20, 112, HEIGHT - 20, 3, 40);
        for (int i = 0; i < 8; i++) {
            page.stroke(300, 60 + 90 * i, 300, 100 + 90 * i).zero(400, 60 + 90 * i);
        }
        assertThat(find(page)).isEmpty();
    }

    private static DrawnLine page() {
        return new DrawnLine(WIDTH, HEIGHT);
    }

    private static List<Streak> find(DrawnLine drawn) {
        try (drawn; PageImage page = drawn.page()) {
            return StreakFinder.find(page.gray());
        }
    }
}
