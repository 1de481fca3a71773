package dev.daybook.examples.desk.catalog;

import dev.daybook.examples.desk.DeskEvent;
import dev.daybook.examples.desk.order.OrderEvent;
import dev.daybook.examples.desk.position.PositionEvent;
import dev.daybook.examples.desk.setting.SettingEvent;
import dev.daybook.examples.desk.trade.TradeEvent;
import dev.daybook.examples.desk.wallet.WalletEvent;
import java.util.ArrayList;
import java.util.List;

/** Everything that can happen at the desk. */
public final class DeskEvents {

    private DeskEvents() {}

    /** The sealed interfaces above the ten events, for a codec to register. */
    public static List<Class<? extends DeskEvent>> classes() {
        return List.of(OrderEvent.class, PositionEvent.class, WalletEvent.class, SettingEvent.class, TradeEvent.class);
    }

    /** The classes of the ten events. */
    public static List<Class<? extends DeskEvent>> records() {
        List<Class<? extends DeskEvent>> records = new ArrayList<>();
        for (Class<? extends DeskEvent> type : classes()) {
            for (Class<?> permitted : type.getPermittedSubclasses()) {
                records.add(permitted.asSubclass(DeskEvent.class));
            }
        }
        return List.copyOf(records);
    }
}
