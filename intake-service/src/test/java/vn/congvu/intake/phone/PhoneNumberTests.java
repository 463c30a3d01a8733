package vn.congvu.intake.phone;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTests {
    @ParameterizedTest
    @CsvSource({
        "0912345678, +84912345678",
        "0912 345 678, +84912345678",
        "0912.345.678, +84912345678",
        "+84 912-345-678, +84912345678",
        "84912345678, +84912345678",
        "0084912345678, +84912345678",
        "+84 0912345678, +84912345678",
        "02763822233, +842763822233",
        "0276 3 822 233, +842763822233",
        "0120 123 4567, +84701234567",
        "01211234567, +84791234567",
        "0122 1234567, +84771234567",
        "01261234567, +84761234567",
        "01281234567, +84781234567",
        "01231234567, +84831234567",
        "01241234567, +84841234567",
        "01251234567, +84851234567",
        "01271234567, +84811234567",
        "01291234567, +84821234567",
        "0168 123 4567, +84381234567",
        "+841621234567, +84321234567",
        "01861234567, +84561234567",
        "01881234567, +84581234567",
        "01991234567, +84591234567",
        "+1 650 253 0000, +16502530000",
        "0951234567, +84951234567",
        "0501234567, +84501234567",
        "19001234, +8419001234",
    })
    void readsWhatPeopleWrite(String typed, String international) {
        assertThat(PhoneNumber.read(typed)).isEqualTo(new PhoneNumber.Reading.Readable(new PhoneNumber(international)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"113", "114", "115", "112", " 1 1 3 "})
    void knowsEmergencies(String typed) {
        assertThat(PhoneNumber.read(typed)).isInstanceOf(PhoneNumber.Reading.Emergency.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "không có", "12", "+", "VIETTEL", "0912345678901234567890", "số 0912345678"})
    void refusesWhatCanNotBeDialled(String typed) {
        assertThat(PhoneNumber.read(typed)).isInstanceOf(PhoneNumber.Reading.Unreadable.class);
    }

    @Test
    void sendsMessagesToVietnameseMobilesOnly() {
        assertThat(new PhoneNumber("+84912345678").isVietnameseMobile()).isTrue();
        assertThat(new PhoneNumber("+84501234567").isVietnameseMobile()).isTrue();
        assertThat(new PhoneNumber("+842763822233").isVietnameseMobile()).isFalse();
        assertThat(new PhoneNumber("+16502530000").isVietnameseMobile()).isFalse();
    }

    @Test
    void staysOutOfLogs() {
        assertThat(new PhoneNumber("+84912345678").toString()).doesNotContain("912");
    }
}
