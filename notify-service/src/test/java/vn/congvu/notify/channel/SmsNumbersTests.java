package vn.congvu.notify.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmsNumbersTests {
    private final SmsNumbers numbers = new SmsNumbers(new SmsNumberSettings(Set.of(84), "VN"));

    @ParameterizedTest
    @CsvSource({
        "0901234567, +84901234567",
        "+84 90 123 45 67, +84901234567",
        "0321234567, +84321234567",
        "0551234567, +84551234567",
        "0301234567, +84301234567"
    })
    void vietnameseMobilesEvenOfUnknownPrefixes(String number, String e164) {
        assertThat(numbers.sendable(number)).contains(e164);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "02763822123",
                "113",
                "19001234",
                "18001234",
                "+12025550123",
                "+85512345678",
                "abc",
                "",
                "090123456"
            })
    void noLandlinesServicesEmergenciesForeignersOrNonsense(String number) {
        assertThat(numbers.sendable(number)).isEmpty();
    }

    @Test
    void anotherPlaceServesItsOwnCountry() {
        var detroit = new SmsNumbers(new SmsNumberSettings(Set.of(1), "US"));

        assertThat(detroit.sendable("(313) 555-0123")).contains("+13135550123");
        assertThat(detroit.sendable("+84901234567")).isEmpty();
        assertThat(detroit.sendable("+1 900 555 0123")).isEmpty();
    }
}
