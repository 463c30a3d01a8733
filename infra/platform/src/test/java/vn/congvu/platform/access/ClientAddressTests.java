package vn.congvu.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientAddressTests {
    @ParameterizedTest
    @CsvSource({
        "203.0.113.9, 203.0.113.9",
        "2001:db8:1:2:3:4:5:6, 2001:db8:1:2:0:0:0:0/64",
        "2001:db8:1:2::ff, 2001:db8:1:2:0:0:0:0/64",
        "::ffff:203.0.113.9, 203.0.113.9"
    })
    void oneSubscriberIsOneNetwork(String written, String network) {
        assertThat(ClientAddress.parse(written).orElseThrow().network()).isEqualTo(network);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "unknown", "localhost", "999.1.1.1", "1.2.3", "203.0.113.9:80", "::g", "_secret", "a, b"})
    void whatIsNoAddressIsNone(String written) {
        assertThat(ClientAddress.parse(written)).isEmpty();
    }

    @Test
    void aLogLineShowsNoAddress() {
        assertThat(ClientAddress.parse("203.0.113.9").orElseThrow().toString()).doesNotContain("203");
    }
}
