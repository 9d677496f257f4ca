import { Button, Group, Modal, Stack, Text } from '@mantine/core';

interface LeaveDialogProps {
  opened: boolean;
  onStay: () => void;
  onKeep: () => void;
  onDiscard: () => void;
}

/** Asks what becomes of an invoice that was begun and not sent. */
export function LeaveDialog({ opened, onStay, onKeep, onDiscard }: LeaveDialogProps) {
  return (
    <Modal opened={opened} onClose={onStay} title="Leave this invoice?">
      <Stack gap="md">
        <Text size="sm">It is not in Sage yet. You can keep what you typed in this browser tab and go on later.</Text>
        <Group justify="flex-end" gap="xs">
          <Button variant="subtle" onClick={onDiscard}>
            Discard it
          </Button>
          <Button variant="default" onClick={onKeep}>
            Keep it and leave
          </Button>
          <Button onClick={onStay} data-autofocus>
            Stay
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
