import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';

/** Fetches a list with its present filter as a file for a spreadsheet. */
export function ExportButton({ address, file }: { address: string; file: string }) {
  return (
    <Button component="a" href={address} download={file} variant="default" leftSection={<IconDownload size={16} aria-hidden />}>
      Export CSV
    </Button>
  );
}
