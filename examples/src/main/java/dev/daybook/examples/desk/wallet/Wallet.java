package dev.daybook.examples.desk.wallet;

import dev.daybook.core.aggregate.Aggregate;
import dev.daybook.examples.desk.wallet.WalletCommand.ChangeBalance;
import dev.daybook.examples.desk.wallet.WalletCommand.ConnectWallet;
import dev.daybook.examples.desk.wallet.WalletCommand.DisconnectWallet;
import dev.daybook.examples.desk.wallet.WalletEvent.BalanceChanged;
import dev.daybook.examples.desk.wallet.WalletEvent.WalletConnected;
import dev.daybook.examples.desk.wallet.WalletEvent.WalletDisconnected;
import dev.daybook.examples.desk.wallet.WalletRejection.AlreadyConnected;
import dev.daybook.examples.desk.wallet.WalletRejection.AlreadyDisconnected;
import dev.daybook.examples.desk.wallet.WalletRejection.NotConnected;
import dev.daybook.examples.desk.wallet.WalletRejection.WouldBeNegative;
import dev.daybook.examples.desk.wallet.WalletState.Status;
import io.vavr.control.Either;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** A wallet with balances that never become negative; it connects once and disconnects once. Its id reads {@code wallet_…}. */
public final class Wallet implements Aggregate<WalletCommand, WalletState, WalletEvent, WalletRejection> {

    @Override
    public WalletState initial() {
        return new WalletState(Status.NEW, "", Map.of(), 0);
    }

    @Override
    public Either<WalletRejection, List<WalletEvent>> decide(WalletState state, WalletCommand command) {
        return switch (command) {
            case ConnectWallet connect -> connect(state, connect);
            case DisconnectWallet disconnect ->
                connected(state).map(wallet -> List.of(new WalletDisconnected(disconnect.reason())));
            case ChangeBalance change -> connected(state).flatMap(wallet -> change(wallet, change));
        };
    }

    @Override
    public WalletState apply(WalletState state, WalletEvent event) {
        return switch (event) {
            case WalletConnected connected ->
                new WalletState(Status.CONNECTED, connected.owner(), state.balances(), state.changes());
            case WalletDisconnected disconnected -> state.with(Status.DISCONNECTED);
            case BalanceChanged changed -> state.withBalance(changed.currency(), changed.balance());
        };
    }

    @Override
    public Class<WalletState> stateClass() {
        return WalletState.class;
    }

    @Override
    public Class<WalletEvent> eventClass() {
        return WalletEvent.class;
    }

    private static Either<WalletRejection, List<WalletEvent>> connect(WalletState state, ConnectWallet connect) {
        return switch (state.status()) {
            case NEW -> Either.right(List.of(new WalletConnected(connect.owner(), connect.provider())));
            case CONNECTED -> Either.left(new AlreadyConnected());
            case DISCONNECTED -> Either.left(new AlreadyDisconnected());
        };
    }

    private static Either<WalletRejection, List<WalletEvent>> change(WalletState wallet, ChangeBalance change) {
        BigDecimal before = wallet.balance(change.currency());
        BigDecimal after = before.add(change.change());
        if (after.signum() < 0) {
            return Either.left(new WouldBeNegative(change.currency(), before, change.change()));
        }
        return Either.right(List.of(new BalanceChanged(change.currency(), change.change(), after, change.reason())));
    }

    private static Either<WalletRejection, WalletState> connected(WalletState state) {
        return switch (state.status()) {
            case NEW -> Either.left(new NotConnected());
            case CONNECTED -> Either.right(state);
            case DISCONNECTED -> Either.left(new AlreadyDisconnected());
        };
    }
}
