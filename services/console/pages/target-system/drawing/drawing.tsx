import '@xyflow/react/dist/base.css';
import { applyNodeChanges, Controls, type Edge, type Node, type NodeChange, ReactFlow } from '@xyflow/react';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { headingsOf, type Place, type TargetSystem, weightOf } from '../system.ts';
import classes from './drawing.module.css';
import { FINALITY, placesOf } from './layout.ts';
import { Part, type PartData } from './parts.tsx';

export type Change = 'added' | 'removed' | 'changed';

export interface DrawingProps {
  readonly system: TargetSystem;
  /** What the drawing shows, in a sentence. */
  readonly label: string;
  readonly selected?: string | undefined;
  readonly onSelect?: (id: string) => void;
  /** Somebody moved a part. Absent where the drawing is only read. */
  readonly onPlace?: ((id: string, place: Place) => void) | undefined;
  /** How parts stand to the version beside this one. */
  readonly changes?: ReadonlyMap<string, Change>;
}

const nodeTypes = { part: Part };

/** The target system as a picture: parts can be moved by hand, or by the arrow keys once they have the focus. */
export function Drawing({ system, label, selected, onSelect, onPlace, changes }: DrawingProps) {
  const { t } = useTranslation('system');
  const drawn = useMemo(() => nodesOf(system, t('noFinality'), changes), [system, t, changes]);
  const [nodes, setNodes] = useState<readonly Node[]>(drawn);
  useEffect(() => {
    setNodes((before) => drawn.map((node) => ({ ...before.find(({ id }) => id === node.id), ...node, selected: node.id === selected })));
  }, [drawn, selected]);
  const edges = useMemo(() => edgesOf(system), [system]);
  const changed = (all: NodeChange[]) => {
    setNodes((before) => applyNodeChanges(all, [...before]));
    for (const change of all) {
      if (change.type === 'select' && change.selected) onSelect?.(change.id);
      if (change.type === 'position' && !change.dragging && change.position)
        onPlace?.(change.id, { x: Math.round(change.position.x), y: Math.round(change.position.y) });
    }
  };
  return (
    <figure className={classes.frame} aria-label={label} style={{ margin: 0 }}>
      <ReactFlow
        nodes={[...nodes]}
        edges={edges}
        nodeTypes={nodeTypes}
        nodeOrigin={[0.5, 0.5]}
        onNodesChange={changed}
        nodesDraggable={onPlace !== undefined}
        nodesConnectable={false}
        edgesFocusable={false}
        elementsSelectable={onSelect !== undefined}
        nodesFocusable={onSelect !== undefined}
        deleteKeyCode={null}
        selectionKeyCode={null}
        multiSelectionKeyCode={null}
        minZoom={0.15}
        maxZoom={1.5}
        zoomOnScroll={false}
        preventScrolling={false}
        fitView
        fitViewOptions={{ padding: 0.06 }}
        proOptions={{ hideAttribution: true }}
        ariaLabelConfig={{
          'node.a11yDescription.default': t(onPlace ? 'keys.move' : 'keys.read'),
          'node.a11yDescription.keyboardDisabled': t('keys.read'),
          'controls.ariaLabel': t('keys.controls'),
          'controls.zoomIn.ariaLabel': t('keys.zoomIn'),
          'controls.zoomOut.ariaLabel': t('keys.zoomOut'),
          'controls.fitView.ariaLabel': t('keys.fit'),
        }}
      >
        <Controls showInteractive={false} />
      </ReactFlow>
    </figure>
  );
}

type Drawn = Node<PartData>;

function nodesOf(system: TargetSystem, noFinality: string, changes: ReadonlyMap<string, Change> | undefined): readonly Drawn[] {
  const places = placesOf(system);
  const node = (id: string, data: PartData): Drawn => ({
    id,
    type: 'part',
    position: places.get(id) ?? { x: 0, y: 0 },
    ariaLabel: data.title,
    draggable: id !== FINALITY,
    data: { ...data, change: changes?.get(id) },
  });
  return [
    node(FINALITY, { kind: 'finality', title: system.finality || noFinality }),
    ...headingsOf(system).map((heading) =>
      node(heading.id, { kind: 'heading', title: heading.title, ...('carries' in heading && heading.carries === true && { carries: true }) }),
    ),
    ...system.evolutions.map(({ id, title }) => node(id, { kind: 'evolution', title })),
    ...system.works.map((work) => {
      const role = weightOf(system, work);
      return node(work.id, { kind: 'work', title: work.title, category: work.category, priority: work.priority, ...(role && { role }) });
    }),
  ];
}

function edgesOf(system: TargetSystem): Edge[] {
  const edge = (source: string, target: string, towards = false): Edge => ({
    id: `${source}/${target}`,
    source,
    target,
    type: 'straight',
    focusable: false,
    selectable: false,
    className: towards ? 'towards' : '',
  });
  const headings = new Set(headingsOf(system).map(({ id }) => id));
  return [
    ...[...headings].map((id) => edge(FINALITY, id)),
    ...system.evolutions.map(({ id }) => edge(FINALITY, id, true)),
    ...system.works.flatMap(({ id, under, evolutions }) => [
      ...(under !== undefined && headings.has(under) ? [edge(under, id)] : []),
      ...evolutions.map((evolution) => edge(evolution, id, true)),
    ]),
  ];
}
