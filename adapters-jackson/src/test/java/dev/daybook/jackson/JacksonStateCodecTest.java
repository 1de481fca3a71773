package dev.daybook.jackson;

import dev.daybook.ports.codec.StateCodec;
import dev.daybook.testkit.contract.StateCodecContract;

class JacksonStateCodecTest extends StateCodecContract {

    @Override
    protected StateCodec codec(Class<?>... states) {
        return JacksonCodec.builder().states(states).build();
    }
}
