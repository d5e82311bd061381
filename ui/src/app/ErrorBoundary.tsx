import { Component, type ReactNode } from 'react';
import { Failed } from '@/components/Failed';

/** Keeps a fault of one view from emptying the page, and says so. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    return (
      <Failed
        title="This page has a fault"
        detail="The weather could not be drawn. The service itself may be well: reload the page, or choose another place."
        onRetry={() => {
          this.setState({ failed: false });
        }}
      />
    );
  }
}
