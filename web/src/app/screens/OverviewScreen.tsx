import { Overview } from '@/features/overview/Overview';

export function OverviewScreen() {
  return <Overview />;
}
