package vn.congvu.devstack.world;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SegmentsTests {
    @Test
    void countsPartsOfPlainAndOfVietnameseText() {
        assertThat(Segments.count("a".repeat(160))).isEqualTo(1);
        assertThat(Segments.count("a".repeat(161))).isEqualTo(2);
        assertThat(Segments.count("€".repeat(81))).isEqualTo(2);
        assertThat(Segments.count("ạ".repeat(70))).isEqualTo(1);
        assertThat(Segments.count("ạ".repeat(71))).isEqualTo(2);
        assertThat(Segments.count("ạ".repeat(135))).isEqualTo(3);
    }
}
